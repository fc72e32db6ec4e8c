# A folder without permission is reported, what can be read is read.
[ "$(id -u)" != 0 ] || { echo "root may read everything"; exit 77; }
mkdir d d/closed && cp "$P/garden.txt" d/open.txt && chmod 0 d/closed
"$B" --lang en read d > out.json
status=$?
chmod 755 d/closed
grep -o '"source":"[^"]*"' out.json
exit $status
