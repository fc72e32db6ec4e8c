# Adding twice adds nothing and says so.
"$B" --lang en add "$P/talks.txt" 2> first; echo "exit $?"
sed 's/; .*//' first
"$B" --lang en add "$P/talks.txt" 2>&1 | sed "s|$P/||"
"$B" add "$P/talks.txt" 2>&1 | sed "s|$P/||"
cp "$P/talks.txt" copy.txt
"$B" --lang en add copy.txt
"$B" add --quiet "$P"; echo "quiet exit $?"
"$B" timeline --json > 1
"$B" add -q "$P"
"$B" timeline --json | cmp - 1 && echo unchanged
