# Every field of a fact with rule, range and words; of a fact in the record and of a page outside it.
"$B" add -q "$P/talks.txt"
id=$("$B" timeline --type talks --json | sed 's/.*"id":"\([^"]*\)".*/\1/')
"$B" explain "$id" --json | grep -o '"kind":"[^"]*"' | sort -u
"$B" explain "$id" | sed -n 2,3p | tr -s ' ' | cut -c1-20
said=$("$B" show --json "$id" | grep -o '"id":"s[0-9a-f]*"' | head -1 | cut -d'"' -f4)
"$B" explain "$said" --json | grep -o '"name":"content"'
"$B" --lang en explain "$P/talks.txt" | grep -c 'rule: '  > n; [ "$(cat n)" -gt 0 ] && echo rules shown
"$B" --lang en explain v00000000; echo "exit $?"
"$B" --lang en show "nonsense'"; echo "exit $?"
