# Filters, both languages, nothing found.
"$B" add -q "$P"
count() { "$B" timeline --json "$@" 2>&1 | grep -c '"id"'; }
echo "VN,RU talks $(count --country VN,RU --type talks --from 2025-03)"
echo "vn,la $(count --country vn,la)"
echo "rudenko $(count --person rudenko)"
echo "bui thanh son $(count --person 'bui thanh son')"
echo "from 2025-06 $(count --from 2025-06)"
echo "to 2025-03 $(count --to 2025-03)"
"$B" timeline | head -1 | tr -s ' '
"$B" --lang en timeline | head -1 | tr -s ' '
"$B" timeline --country XX; echo "exit $?"
"$B" --lang en timeline --from yesterday; echo "exit $?"
