# No room to write: a clear message, exit 4, and the record is as it was.
"$B" -d r.db add -q "$P/call.txt"
"$B" -d r.db timeline --json > before
awk 'BEGIN { srand(3); print "Trang dài"; for (i = 0; i < 9000; i++) { s = ""; for (k = 0; k < 12; k++) s = s sprintf("%c%c%c%c ", 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26); print s } }' > big.txt
# The limit is on the size of any file, in blocks of 512 bytes; the signal must not end the program.
(trap '' XFSZ; ulimit -f 600; "$B" --lang en -d r.db add -q big.txt 2> said; echo "exit $?")
sed 's/ (.*//' said
"$B" -d r.db timeline --json | cmp - before && echo as before
"$B" -d r.db verify -q && echo verified
"$B" -d r.db add -q big.txt && echo added with room
