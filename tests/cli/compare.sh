# Readouts of one contact side by side: two newsrooms and a reprint of one of them; what both report stands in one row.
mkdir p
cat > p/a.txt <<'T'
Thủ tướng Trần Văn Hòa hội đàm với Thủ tướng Lào Khamphone Sisouk

(Báo Sông Hậu) - Ngày 12/3/2024, tại Hà Nội, Thủ tướng Trần Văn Hòa hội đàm với Thủ tướng Lào Khamphone Sisouk.

Thủ tướng Trần Văn Hòa đề nghị phía Lào sớm cấp phép cho hãng hàng không Mây Trắng mở đường bay thẳng Huế - Pakse.

Thủ tướng Khamphone Sisouk cam kết Lào sẽ hoàn thành cầu biên giới Nậm Ngừm trong quý III năm nay.

Hai bên nhất trí lập nhóm công tác về nuôi cá nước ngọt.
T
{ echo 'Hội đàm Việt Nam - Lào tại Hà Nội'; tail -n +2 p/a.txt; } > p/b.txt
cat > p/c.txt <<'T'
Thủ tướng Lào Khamphone Sisouk thăm Việt Nam, hội đàm với Thủ tướng Trần Văn Hòa

Thủ tướng Lào Khamphone Sisouk và Thủ tướng Trần Văn Hòa đã hội đàm tại Hà Nội ngày 12/3/2024.

Thủ tướng Trần Văn Hòa đề nghị Lào cấp phép cho hãng Mây Trắng bay thẳng giữa Huế và Pakse.

Thủ tướng Khamphone Sisouk cảm ơn Việt Nam đã giúp xây bệnh viện ở Attapeu.
T
"$B" -d r.db add -q p
id=$("$B" -d r.db timeline --type talks --json | sed -n 's/^{"id":"\([^"]*\)".*/\1/p'); echo "$id" | wc -l
"$B" -d r.db compare "$id"
"$B" -d r.db compare "$id" -o t.docx && python3 -c "
import zipfile, xml.dom.minidom as dom
d = dom.parseString(zipfile.ZipFile('t.docx').read('word/document.xml'))
print('rows', [len(r.getElementsByTagName('w:tc')) for r in d.getElementsByTagName('w:tr')])"
"$B" -d r.db compare "$id" --lang en --json | sed -n 2,3p
"$B" --lang en -d r.db compare v0000000000000000; echo "exit $?"
# What was said at a contact that somebody rejected is quoted no more.
visit=$("$B" -d r.db timeline --type visit --json | sed -n 's/^{"id":"\([^"]*\)".*/\1/p' | head -1)
SOURCE_DATE_EPOCH=1764460800 "$B" -d r.db reject "$visit" --by An 2> said; echo "exit $?, $("$B" -d r.db compare "$id" | grep -c Attapeu) of $(sed -n '/Attapeu/p' p/c.txt | wc -l)"
# A page about another meeting that only recalls the talks is no readout of them.
mkdir q
cat > q/d.txt <<'T'
Chủ tịch Quốc hội Đỗ Thị Sen tiếp Đại sứ Lào

Ngày 5/4/2024, tại Hà Nội, Chủ tịch Quốc hội Đỗ Thị Sen tiếp Đại sứ Lào Bounma Vixay.

Chủ tịch Quốc hội Đỗ Thị Sen đánh giá cao cuộc hội đàm giữa Thủ tướng Trần Văn Hòa và Thủ tướng Khamphone Sisouk ngày 12/3/2024 tại Hà Nội.

Chủ tịch Quốc hội Đỗ Thị Sen đề nghị Đại sứ quan tâm đến cộng đồng người Việt ở Savannakhet.
T
"$B" -d s.db add -q p q
"$B" -d s.db compare "$("$B" -d s.db timeline --type talks --json | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')" | grep -E 'nguồn khác|Savannakhet|^    Ai'
"$B" -d s.db timeline --type talks
