# No room to write: a clear message, exit 4, and the record is as it was.
"$B" -d r.db add -q "$P/call.txt"
"$B" -d r.db timeline --json > before
awk 'BEGIN { srand(3); print "Trang dài"; for (i = 0; i < 9000; i++) { s = ""; for (k = 0; k < 12; k++) s = s sprintf("%c%c%c%c ", 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26); print s } }' > big.txt
# The limit is on the size of any file, in blocks of 512 bytes.
(ulimit -f 600; "$B" --lang en -d r.db add -q big.txt 2>&1; echo "exit $?")
(ulimit -f 600; "$B" -d r.db add -q big.txt 2>&1; echo "exit $?")
(ulimit -f 1; "$B" --lang en -d new.db add -q "$P/call.txt" 2>&1; echo "exit $?")
(ulimit -f 1; "$B" --lang en read "$P/talks.txt" > page.json; echo "exit $?") 2>&1
"$B" -d r.db timeline --json | cmp - before && echo as before
"$B" -d r.db verify -q && echo verified
"$B" -d r.db add -q big.txt && echo added with room
