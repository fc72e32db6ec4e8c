# With diacritics and without; exact hits first; quoted words together.
"$B" add -q "$P"
matches() { "$B" search --json "$@" | grep -o '"match":"[^"]*"' | uniq -c | tr -s ' '; }
echo hội đàm; matches hội đàm
echo hoi dam; matches hoi dam
echo đôn đốc; matches đôn đốc
echo don doc; matches don doc
"$B" search đôn đốc | grep -o '⟦[^⟧]*⟧' | head -2
"$B" search '"thực hiện các thỏa thuận"' | grep -c '⟦thực hiện các thỏa thuận⟧'
"$B" --lang en search xyzzy; echo "exit $?"
"$B" --lang en search '***'; echo "exit $?"
# Spelt nearly so: proposed as the record has it, on stderr, never as a hit.
"$B" search ngaoi giao; echo "exit $?"
"$B" search '"Bộ trưởnng" Ngoại giao'; echo "exit $?"
"$B" search hop xyzzy; echo "exit $?"
"$B" --json search hop tca; echo "exit $?"
"$B" --lang en timeline --person "Rudenkko Andrei"; echo "exit $?"
