# Bodies, mechanisms and agreements over all pages: lists, one of them, by id, as of a day; why they are one.
"$B" add -q "$root/samples"
"$B" mechanisms | tr -s ' ' | sed 's/m[0-9a-f]\{10\}/ID/'
"$B" --lang en mechanisms "uy ban" --with LA | sed 's/[mvp][0-9a-f]\{10,16\}/ID/g'
"$B" agreements | tr -s ' ' | sed 's/a[0-9a-f]\{10\}/ID/'
id=$("$B" mechanisms --with LA --json | head -1 | sed 's/^{"id":"\([^"]*\)".*/\1/')
"$B" show "$(echo "$id" | cut -c1-9)" --json | grep -o '"kind":"[^"]*"\|"ordinal":[0-9]*\|"merged_because":"[^"]*"\|"gaps":.*'
"$B" explain "$id" | sed 's/[amvp][0-9a-f]\{10,16\}/ID/g' | head -8
"$B" bodies --with VN | tr -s ' ' | head -5 | sed 's/b[0-9a-f]\{10\}/ID/'
"$B" mechanisms --as-of 2024-02-01 --json "uy ban" | grep -o '"sessions":.*'
"$B" mechanisms --as-of 1990-01-01; echo "exit $?"
"$B" agreements "không có"; echo "exit $?"
"$B" agreements --with XYZW; echo "exit $?"
# What an occasion is called ends where its name ends; an invitation that is accepted is called what it is about, a matter without what it is framed by.
cat > called.txt <<'P'
Chủ tịch Quốc hội Lào thăm Việt Nam

Ngày 6/6/2024, tại Hà Nội, Chủ tịch Quốc hội Lâm Quốc Hải hội đàm với Chủ tịch Quốc hội Lào Bounma Sisoulath nhân kỷ niệm 62 năm Ngày thiết lập quan hệ ngoại giao giữa hai nước, trước thềm chuyến thăm chính thức của Thủ tướng Lào.

Chủ tịch Quốc hội Bounma Sisoulath mời Chủ tịch Quốc hội Lâm Quốc Hải sang thăm Lào. Chủ tịch Quốc hội Lâm Quốc Hải đã vui vẻ nhận lời.

Chủ tịch Quốc hội Lâm Quốc Hải đề nghị trong khuôn khổ quan hệ giữa hai Quốc hội, Lào sớm cử đoàn chuyên gia sang khảo sát tuyến đường sắt Vũng Áng - Viêng Chăn.
P
"$B" read called.txt | python3 -c "
import json, sys
page = json.load(sys.stdin)
print('; '.join(e['name'] for e in page['entities'] if e['kind'] == 'occasion'))"
"$B" -d called.db add -q called.txt && "$B" -d called.db ledger --with LA --json --as-of 2024-07-01 | python3 -c "
import json, sys
for matter in map(json.loads, sys.stdin): print(matter['stage'], matter['bound'], matter['about'])"
