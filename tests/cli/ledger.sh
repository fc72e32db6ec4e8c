# The ledger: a table, JSON with links, one thread, since a contact, and what is wrong.
cp -r "$root/samples" samples && "$B" add -q samples
"$B" ledger --with Lào --as-of 2025-03-01 --due | head -4 | tr -s ' '
count() { "$B" ledger --json --with LA "$@" 2>/dev/null | grep -c "$WHAT"; }
WHAT='"id"' && echo "all $(count --as-of 2025-03-01)"
echo "earlier $(count --as-of 2024-01-08)"
WHAT='"status":"done' && echo "done $(count --as-of 2025-03-01)"
WHAT='"status":"overdue' && echo "overdue $(count --as-of 2024-11-01) $(count --as-of 2025-12-31)"
WHAT='"status":"silent' && echo "silent $(count --as-of 2025-03-01 --silent 6) $(count --as-of 2025-03-01 --silent 24)"
WHAT='"id"' && echo "since the talks $(count --as-of 2025-03-01 --since-last 'hoi dam')"
ID=$("$B" ledger --with LA --as-of 2025-03-01 --json | sed -n 's/^{"id":"\(c[0-9a-f]*\)".*"status":"done.*/\1/p' | head -1)
"$B" ledger "$ID" --as-of 2025-03-01
"$B" ledger --with LA --as-of 2025-03-01 --lang en | tail -1
"$B" ledger --with Sao --as-of 2025-03-01; echo "exit $?"
"$B" ledger --with LA --as-of yesterday; echo "exit $?"
"$B" ledger --with LA --as-of 2025-03-01 --since-last 'không có'; echo "exit $?"
"$B" ledger --with LA --silent x; echo "exit $?"
"$B" ledger --with CL --as-of 2025-03-01; echo "exit $?"
"$B" ledger; echo "exit $?"
V=$("$B" timeline --country VN,LA --type committee_session --json | sed -n 's/^{"id":"\(v[0-9a-f]*\)".*"start":"2024-01-07".*/\1/p')
"$B" since "$V" --as-of 2025-03-01
"$B" since "$V" --as-of 2025-03-01 --json | grep -c '"change":"dropped"'
"$B" since v0000; echo "exit $?"
