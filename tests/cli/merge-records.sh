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
# Decisions go along, either way round; again changes nothing.
export SOURCE_DATE_EPOCH=1738368000
V=$("$B" -d d.db timeline --type talks --json | sed -n 's/^{"id":"\(v[0-9a-f]*\)".*/\1/p' | head -1)
"$B" -d d.db reject "$V" --by Lan 2>/dev/null
"$B" -d c.db accept "$("$B" -d c.db timeline --json | sed -n 's/^{"id":"\(v[0-9a-f]*\)".*/\1/p' | tail -1)" --by Minh 2>/dev/null
cp c.db e.db; cp d.db f.db
"$B" merge -q e.db d.db; "$B" merge -q f.db c.db; "$B" merge -q f.db c.db
for db in e f; do "$B" -d $db.db timeline --json > $db; "$B" -d $db.db log --json > $db.log; done
cmp e f && cmp e.log f.log && echo the same decisions; grep -c '"who"' e.log; "$B" -d e.db timeline --json | grep -c "\"id\":\"$V\""
