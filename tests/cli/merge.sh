# Two pages on one contact are one contact with two pages, in whatever order they come.
for f in talks reprint call garden; do "$B" -d a.db add -q "$P/$f.txt"; done
for f in garden reprint call talks; do "$B" -d b.db add -q "$P/$f.txt"; done
"$B" -d a.db timeline --json > a
"$B" -d b.db timeline --json | cmp - a && echo same in both orders
"$B" -d a.db timeline --type talks --from 2025-03 --json | sed 's/"id":"[^"]*"/"id":"X"/' | grep -o '"start":"[^"]*"\|"pages":[0-9]*\|"sides":[^]]*]'
id=$("$B" -d a.db timeline --type talks --from 2025-03 --json | sed 's/.*"id":"\([^"]*\)".*/\1/')
"$B" -d a.db show --json "$id" | grep -o '"merged_because":"[^"]*"'
"$B" -d a.db show "$id" > 1; "$B" -d a.db show "$(echo "$id" | cut -c1-8)" | cmp - 1 && echo a prefix will do
grep -q '⟦.*hội đàm' 1 && echo marked
sed -n '/khác nhau/,/^$/p' 1
# A welcome that each page calls by its own words, and the meeting behind it.
mkdir w
cat > w/1.txt <<'T'
Lễ đón Quốc vương Campuchia Norodom Vireak

Ngày 28/11/2024, tại Phủ Chủ tịch, Chủ tịch nước Trần Văn Hòa chủ trì lễ đón cấp nhà nước Quốc vương Campuchia Norodom Vireak.
T
cat > w/2.txt <<'T'
Chủ tịch nước Trần Văn Hòa hội kiến Quốc vương Campuchia

Ngày 28/11/2024, sau lễ đón trọng thể, Chủ tịch nước Trần Văn Hòa hội kiến Quốc vương Campuchia Norodom Vireak.
T
"$B" -d w.db add -q w
"$B" -d w.db timeline --json | grep -o '"type":"[^"]*"\|"pages":[0-9]*' | paste -s -d ' '
