# Bad pages are reported with file and byte; the others are still read; exit 3.
printf 'Ch\303\240o \377 b\341\272\241n' > latin.txt
: > empty.txt
printf 'Tin\000 h\341\273\217ng' > nul.txt
printf '\211PNG\r\n\032\n\000\000' > image.txt
cp "$P/garden.txt" good.txt
"$B" --lang en read latin.txt empty.txt nul.txt image.txt no-such-file.txt good.txt > out.json
status=$?
grep -o '"source":"[^"]*"' out.json
exit $status
