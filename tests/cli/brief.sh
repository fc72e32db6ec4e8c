# A brief before a meeting: what it finds, every line with its source, five formats that others can read, bad questions.
"$B" -d r.db add -q "$root/samples"
ask() { "$B" -d r.db brief --with Lào --for "Thủ tướng" --date 2025-02-20 "$@"; }
ask | sed -n '1,/^II\. /p'
ask --lang en | sed -n '/^IX\. /,/^X\. /p'
ask -o a.docx; ask -o b.docx; cmp a.docx b.docx && echo same bytes
ask -o a.html; ask -o a.md; ask -o a.jsonl; ls *.part 2> /dev/null
python3 - <<'P'
import json, re, zipfile, xml.dom.minidom as dom
parts = {n: dom.parseString(zipfile.ZipFile('a.docx').read(n)) for n in zipfile.ZipFile('a.docx').namelist()}
marks = [r.getAttribute('w:id') for r in parts['word/document.xml'].getElementsByTagName('w:footnoteReference')]
notes = [n.getAttribute('w:id') for n in parts['word/footnotes.xml'].getElementsByTagName('w:footnote')]
print('docx', len(parts), 'parts; footnotes in order:', notes[2:] == marks == [str(i + 1) for i in range(len(marks))])
names = {n.getAttribute('w:name') for n in parts['word/document.xml'].getElementsByTagName('w:bookmarkStart')}
fields = {f.getAttribute('w:instr').split()[1] for f in parts['word/footnotes.xml'].getElementsByTagName('w:fldSimple')}
print('fields lead to bookmarks:', bool(fields) and fields <= names)
size = parts['word/document.xml'].getElementsByTagName('w:pgSz')[0]
print('A4:', size.getAttribute('w:w'), size.getAttribute('w:h'))
lines = [json.loads(l) for l in open('a.jsonl')]
bare = [l for l in lines if l['kind'] in ('item', 'row') and not l['sources'] and 'Không thấy' not in l.get('text', '')]
print('lines without a source:', bare)
html = open('a.html').read()
print('links lead somewhere:', set(re.findall('href="#([nr]\\d+)"', html)) <= set(re.findall(' id="([nr]\\d+)"', html)))
md = open('a.md').read()
print('notes of Markdown:', set(re.findall(r'\[\^(\d+)\](?!:)', md)) == set(re.findall(r'^\[\^(\d+)\]:', md, re.M)))
P
ask -o a.odt; echo "exit $?"
ask -o no/such/a.txt; echo "exit $?"
"$B" --lang en -d r.db brief; echo "exit $?"
"$B" --lang en -d r.db brief --with Atlantis; echo "exit $?"
"$B" --lang en -d r.db brief --with LA --date 2025-02-30; echo "exit $?"
"$B" --lang en -d r.db brief --with RU > none; echo "exit $?"
# Mechanisms with their last session, agreements with what happened to them last.
"$B" -d r.db brief --with LA --date 2025-02-20 | sed -n '/^XI\./,/^XII\./p'
# An invitation, and whether who was invited came since.
mkdir inv
cat > inv/a.txt <<'END'
Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào Bounma Sisoulath

Ngày 7/6/2024, tại Viêng Chăn, Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào Bounma Sisoulath.

Thủ tướng Lâm Quốc Hải mời Thủ tướng Bounma Sisoulath thăm chính thức Việt Nam.

Thủ tướng Bounma Sisoulath mời Chủ tịch Quốc hội Đỗ Thị Sen sớm thăm Lào.
END
cat > inv/b.txt <<'END'
Thủ tướng Lào Bounma Sisoulath thăm Việt Nam

Trong các ngày 3 - 5/9/2024, Thủ tướng Lào Bounma Sisoulath thăm chính thức Việt Nam.
END
"$B" -d i.db add -q inv
for day in 2024-08-01 2024-12-01; do "$B" -d i.db brief --with LA --date $day | grep ' mời: '; done
# What is asked of a third state, or promised to it, at a contact of the two is not between them; nor what a third one promises.
mkdir third
cat > third/a.txt <<'END'
Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào

Ngày 7/6/2024, tại Hà Nội, Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào Bounma Sisoulath.

Thủ tướng Lâm Quốc Hải đề nghị Lào sớm mở cửa khẩu mới ở Xekong.

Thủ tướng Lâm Quốc Hải cũng đề nghị Chile mở cửa thị trường cho trái nhãn.

Thủ tướng Lâm Quốc Hải cam kết Việt Nam sẽ bán gạo ổn định cho Chile.

Hai bên nhất trí về tầm quan trọng của hòa bình trong khu vực.
END
cat > third/b.txt <<'END'
Thủ tướng Lâm Quốc Hải dự hội nghị ba nước

Ngày 8/6/2024, tại Viêng Chăn, Thủ tướng Lâm Quốc Hải, Thủ tướng Lào Bounma Sisoulath và Thủ tướng Campuchia Sok Dara dự Hội nghị cấp cao ba nước Việt Nam - Lào - Campuchia.

Thủ tướng Sok Dara cam kết mở thêm hai chợ biên giới.

Thủ tướng Bounma Sisoulath cam kết sớm khởi công cây cầu biên giới.
END
"$B" -d t.db add -q third
"$B" -d t.db brief --with LA --date 2024-12-01 | sed -n '/^II\./,/^III\./p; /^V\./,/^VI\./p'
# A page that does not say when it was is in the brief, as undated, those of the one who asks first; a day that somebody writes down moves it.
mkdir undated
cat > undated/a.txt <<'END'
Chủ tịch Quốc hội Đỗ Thị Sen tiếp Đại sứ Lào

Chủ tịch Quốc hội Đỗ Thị Sen đã tiếp Đại sứ Lào Khamphone Vongsa.

Tại buổi tiếp, Đại sứ Khamphone Vongsa đề nghị Việt Nam sớm mở lại đường bay Vinh - Viêng Chăn.
END
cat > undated/b.txt <<'END'
Thủ tướng Lâm Quốc Hải tiếp Bộ trưởng Lào

Sáng 4/5, Thủ tướng Lâm Quốc Hải tiếp Bộ trưởng Công Thương Lào Sommad Phonsena.
END
"$B" -d u.db add -q undated
"$B" -d u.db brief --with LA --for "Chủ tịch Quốc hội" --date 2025-02-20 | sed -n '/^IV\./,/^V\./p; /^VIII\./,/^IX\./p'
"$B" -d u.db brief --with LA; echo "exit $?"
id=$("$B" -d u.db timeline --json --person "Đỗ Thị Sen" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p' | head -1)
"$B" -d u.db correct -q --by Lan "$id" date=2025-02-10
"$B" -d u.db brief --with LA --for "Chủ tịch Quốc hội" --date 2025-02-20 | sed -n '/^IV\./,/^V\./p; /^VII\./,/^IX\./p'
# Whom pages spell in several ways is one counterpart; the channel is that of the office asked for, whatever its holder was seen at.
mkdir names
cat > names/a.txt <<'END'
Ngày 7/6/2024, tại Viêng Chăn, Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào Bounma Sisoulath.
END
cat > names/b.txt <<'END'
Ngày 9/8/2024, tại Hà Nội, Thủ tướng Lâm Quốc Hải và Chủ tịch Quốc hội Đỗ Thị Sen tiếp Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lào Bun-ma Xi-xu-lát.
END
cat > names/c.txt <<'END'
Ngày 3/9/2024, tại Hà Nội, Thủ tướng Lâm Quốc Hải gặp Thủ tướng Lào Bun - ma Xi - xu - lat.
END
"$B" -d n.db add -q names
for whom in "Thủ tướng" "Chủ tịch Quốc hội"; do "$B" -d n.db brief --with LA --for "$whom" --date 2025-02-20 | grep -E 'hai cơ quan|cuộc, gần nhất'; done
