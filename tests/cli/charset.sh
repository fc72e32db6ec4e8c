# Pages in other charsets: told, converted, kept with their bytes; a record of them is sound.
iconv -f UTF-8 -t TCVN5712-1 "$P/talks.txt" > tcvn3.txt
iconv -f UTF-8 -t VISCII "$P/call.txt" > viscii.txt
iconv -f UTF-8 -t UTF-16 "$P/reprint.txt" > wide.txt
printf '\317\345\360\345\343\356\342\356\360\373\n' > unknown.txt
"$B" read tcvn3.txt viscii.txt wide.txt "$P/talks.txt" | grep -oE '"source":"[a-z0-9]*\.txt"|"charset":\{[^}]*\}'
"$B" --lang en explain tcvn3.txt | sed -n 1p
"$B" --lang en add tcvn3.txt viscii.txt wide.txt unknown.txt 2>&1 | sed 's/; contacts.*//'
"$B" --lang en verify 2>&1 | sed 's/, [0-9]* ranges/, N ranges/'
"$B" --lang en reread
"$B" search 'nông sản'
