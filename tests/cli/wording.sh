# Words for people: one page is no "pages", both sides agree, a grade stands before its noun in English, days of no known year, reasons in words, what counts stands first.
cat > visit.txt <<'T'
Chủ tịch nước Lâm Văn Tùng hội đàm với Chủ tịch nước Lào Khamphan Sivilay

Ngày 12/5, tại Viêng Chăn, Chủ tịch nước Lâm Văn Tùng đang thăm chính thức Lào đã hội đàm với Chủ tịch nước Lào Khamphan Sivilay.

Hai bên nhất trí mở thêm hai cửa khẩu phụ trước ngày 30/9/2025. Chủ tịch nước Khamphan Sivilay đề nghị Việt Nam tăng học bổng cho sinh viên ngành thủy lợi.
T
sed 's/Ngày 12\/5,/Ngày 12\/5\/2025,/; s/đã hội đàm với/đã có cuộc hội đàm với/' visit.txt > dated.txt
"$B" add -q visit.txt dated.txt --published 2025-05-13
id=$("$B" timeline --json --type talks | sed 's/^{"id":"\([^"]*\)".*/\1/' | head -1)
"$B" show "$id" | sed -n '/gộp vì/p'
"$B" --lang en show "$id" | sed -n '/merged because/p'
"$B" --lang en show "$id" | grep -A1 '^  Both sides' | cut -c1-40
"$B" --lang en brief --with Laos --date 2025-06-01 | sed -n '4p; /^II\. /,/^III/p'
"$B" brief --with lao --date 2025-06-01 -o b.md && sed -n 7p b.md
"$B" brief --with lao --date 2025-06-01 -o b.docx && python3 -c "
import re, zipfile
d = zipfile.ZipFile('b.docx').read('word/document.xml').decode()
t = d[d.index('<w:tbl>'):d.index('</w:tblGrid>')]
w = [int(x) for x in re.findall(r'gridCol w:w=\"(\d+)\"', t)]
print('columns', len(w), 'the first is the widest', w[0] == max(w), 'whole', 9250 < sum(w) <= 9354)
"
"$B" ledger --with lao --as-of 2025-06-01 | head -2
"$B" --lang en ledger --with lao --as-of 2025-06-01 | head -1
"$B" facts --with lao --as-of 2025-06-01 | sed -n '1p; /^Ngoài/p'
"$B" people tung | tail -3 | cut -c1-60
printf 'Vài lời, không có tin.\n' > odd.txt
"$B" add -q odd.txt; "$B" notes | grep "page.no-article"
# Fields and values of a correction as tables call them.
id=$("$B" timeline --json --type talks | sed 's/^{"id":"\([^"]*\)".*/\1/' | head -1)
"$B" correct "$id" 'hình thức=trực tuyến' 'các bên=Việt Nam, Lào' 'chức vụ[Lâm Văn Tùng]=Chủ tịch' --by An 2>&1 | sed 's/[dv][0-9a-f]\{10,\}/ID/g'
"$B" correct "$id" 'màu=xanh' --by An 2>&1 | sed 's/v[0-9a-f]\{10,\}/ID/'
# Two days as a table has them; which contact came before one without a year nobody can say.
printf 'Chuyến thăm của Thủ tướng Lào\nTừ ngày 8/7 đến ngày 12/7, Thủ tướng Lào Xay-nha Phôm-ma thăm chính thức Việt Nam.\nHai bên nhất trí mở thêm một\ncửa khẩu ở vùng\tcao nguyên.\n' > undated.txt
"$B" -d undated.db add -q undated.txt
id=$("$B" -d undated.db timeline --json | sed 's/^{"id":"\([^"]*\)".*/\1/' | head -1)
"$B" -d undated.db since "$id" 2>&1 | sed 's/v[0-9a-f]\{10,\}/ID/'
"$B" -d undated.db correct "$id" 'ngày=08/07/2024 – 12/07/2024' --by An 2>&1 | sed 's/[dv][0-9a-f]\{10,\}/ID/g'
"$B" -d undated.db timeline | sed -n 2p | sed 's/v[0-9a-f]\{10,\}/ID/'
"$B" -d undated.db show "$id" | grep 'cửa khẩu' | sed 's/s[0-9a-f]\{10,\}/ID/'
# Two pages that write the same words, letters composed in the one and lines broken elsewhere, said it once.
python3 - <<'P'
import unicodedata
text = "Bộ trưởng Ngoại giao Lào thăm Hà Nội\nNgày 8/7/2024, tại Hà Nội, Bộ trưởng Ngoại giao Lâm Văn Tùng hội đàm với Bộ trưởng Ngoại giao Lào Xay-nha Phôm-ma.\nHai bên nhất trí mở thêm một cửa khẩu ở vùng cao nguyên.\n"
open("one.txt", "w", encoding="utf-8").write(text)
open("two.txt", "w", encoding="utf-8").write(unicodedata.normalize("NFD", text).replace(unicodedata.normalize("NFD", "một cửa"), unicodedata.normalize("NFD", "một\ncửa")))
P
"$B" -d forms.db add -q one.txt two.txt
"$B" -d forms.db show "$("$B" -d forms.db timeline --json --type talks | sed 's/^{"id":"\([^"]*\)".*/\1/' | head -1)" | grep -c 'nhất trí \[thỏa thuận\]'
"$B" people --with Lào --json | grep -c '"country":"LA"'
