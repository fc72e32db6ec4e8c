# Two records into one: what adding all pages gives, either way round; again changes nothing; a file that is no record is refused.
"$B" -d all.db add -q "$P/talks.txt" "$P/reprint.txt" "$P/call.txt" "$P/garden.txt"
"$B" -d a.db add -q "$P/talks.txt" "$P/call.txt"
"$B" -d b.db add -q "$P/reprint.txt" "$P/garden.txt" "$P/call.txt"
cp a.db c.db; cp b.db d.db
"$B" merge a.db b.db
"$B" merge -q d.db c.db
for db in a d; do "$B" -d $db.db timeline --json > $db; "$B" -d all.db timeline --json | cmp - $db && echo $db as all; done
"$B" --lang en merge a.db b.db
"$B" merge -q new.db a.db d.db; "$B" -d new.db timeline --json | cmp - a && echo a new one
"$B" -d b.db timeline --json | grep -c '"id"'
"$B" merge a.db; echo "exit $?"
echo text > text.db; "$B" merge a.db text.db; echo "exit $?"
"$B" merge -q a.db missing.db 2>/dev/null; echo "exit $?"
