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
# A page that says no day takes the one that is stated, also when it is there already; one that says its own keeps it.
cat > undated.txt <<'END'
Thủ tướng Lâm Quốc Hải tiếp Đại sứ Lào

Sáng 4/5, Thủ tướng Lâm Quốc Hải đã tiếp Đại sứ Lào Khamphone Vongsa.
END
"$B" --lang en -d p.db add undated.txt 2>&1 | head -1
"$B" --lang en -d p.db add --published 2024-05-05 undated.txt 2>&1 | head -1
"$B" --lang en -d p.db add --published 2024-05-06 --json undated.txt 2>/dev/null
"$B" -d p.db timeline --json | grep -o '"start":"[^"]*"'
"$B" -d p.db verify --quiet; echo "verify $?"
"$B" read --published 2024-05-05 undated.txt | grep -o '"published":"[^"]*","published_from":"[^"]*"'
"$B" read --published 5/5/2024 undated.txt | grep -o '"published":"[^"]*"'
for day in 2024-02-30 5.5.2024 30/2/2024 "" 2024-05-05x; do "$B" --lang en read --published "$day" undated.txt; done
"$B" -d q.db add -q --published 2024-05-05 undated.txt
for db in p q; do "$B" -d $db.db timeline --json; done | uniq | wc -l
