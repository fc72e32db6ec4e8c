# What people decide stands in front of what was read, is told with who and when, and can be taken back.
export BANGGIAO_USER=An SOURCE_DATE_EPOCH=1764460800
ids() { sed 's/\([dvs]\)[0-9a-f]\{10,16\}/\1X/g'; }
b() { "$B" -d a.db "$@" > out 2> err; status=$?; ids < out; ids < err; echo "exit $status"; }
for f in talks reprint call garden; do "$B" -d a.db add -q "$P/$f.txt"; done
id=$("$B" -d a.db timeline --type talks --from 2025-03 --json | sed 's/.*"id":"\([^"]*\)".*/\1/')
call=$("$B" -d a.db timeline --type call --json | head -1 | sed 's/.*"id":"\([^"]*\)".*/\1/')
"$B" -d a.db timeline > before
b correct "$id" date=09/05/2025 place=Huế --note 'theo lịch' --source 'https://vidu.vn/lich'
"$B" -d a.db show "$id" | sed -n '/^Quyết định/,/^$/p' | ids
"$B" -d a.db show --json "$id" | grep -o '"start":"[^"]*"\|"was":"[^"]*"\|"who":"[^"]*"' | head -4
b reject "$call" --by Bình
"$B" -d a.db timeline --type call
"$B" -d a.db timeline --type call --all | ids
"$B" -d a.db explain "$call" | grep 'bác bỏ' | ids
b log
b --json undo
b undo --by Bình -q
b --lang en undo 2
"$B" -d a.db timeline | cmp - before && echo as before
b log "$id"
telling=$("$B" -d a.db show "$id" | sed -n 's/.*{\(v[0-9a-f]*\)}$/\1/p' | grep -v "^$(echo "$id" | cut -c1-11)$")
b split "$telling" --note 'hai buổi'
"$B" -d a.db timeline --type talks --from 2025-03 | wc -l
b join "$id" "$telling"
"$B" -d a.db timeline --type talks --from 2025-03 | wc -l
b join "$id" "$call" --note 'gộp cho đủ'
"$B" -d a.db show "$id" | grep -o 'gộp vì: theo quyết định.*' | ids
b undo
s=$("$B" -d a.db show --json "$id" | grep -o '"statements":\[{"id":"s[0-9a-f]*' | grep -o 's[0-9a-f]*$')
b close "$s"
"$B" -d a.db close "$s" --note 'đã ký' --json | grep -o '"kind":"close"\|"note":"[^"]*"'
b accept "$id" "$s"
# what cannot be decided is refused, and nothing is written
n=$("$B" -d a.db log | wc -l)
b correct "$id" date
b correct "$id" date=mai
b correct "$id" colour=red
b correct "$id" place=Huế date=mai
b reject "$call" vffff
b correct "$id" 'name[Không Ai]=x'
b reject vffff
b split "$call"
b undo d0123456789abcdef
b undo nhầm
"$B" -d no.db accept "$id" 2>&1; echo "exit $?"
[ "$("$B" -d a.db log | wc -l)" = "$n" ] && echo nothing written
