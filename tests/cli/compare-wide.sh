# Many readouts stand beside each other on a page that lies on its side, what several have first; what differs in nothing but capitals or a missing year is no difference.
page() { printf '%s\n\n%s\n\n%s\n' "$1" "$2" "$3"; }
page 'Chủ tịch nước Lâm Văn Tùng hội đàm với Chủ tịch nước Lào Khamphan Sivilay' \
    'Ngày 12/5/2025, tại Viêng Chăn, Chủ tịch nước Lâm Văn Tùng hội đàm với Chủ tịch nước Lào Khamphan Sivilay.' \
    'Chủ tịch nước Lâm Văn Tùng đề nghị Lào sớm cấp phép cho hãng Mây Trắng mở đường bay thẳng tới Pakse.' > a.txt
page 'Việt Nam và Lào bàn về nghề cá nước ngọt' \
    'Hôm 12/5, Chủ tịch nước Lâm Văn Tùng đã hội đàm với Chủ tịch nước Lào Khamphan Sivilay ở Viêng Chăn, nơi ông đang thăm.' \
    'Hai bên nhất trí lập nhóm công tác về nuôi cá nước ngọt ở các tỉnh giáp biên giới.' > b.txt
page 'Lào cảm ơn Việt Nam giúp xây bệnh viện' \
    'Tại cuộc hội đàm ngày 12/5/2025 với Chủ tịch Nước Lâm Văn Tùng, Chủ tịch nước Lào Khamphan Sivilay cảm ơn Việt Nam đã giúp xây bệnh viện ở Attapeu.' \
    'Ông Khamphan Sivilay cam kết hoàn thành cây cầu biên giới Nậm Ngừm trong quý III.' > c.txt
page 'Đường bay tới Pakse trong chương trình nghị sự' \
    'Sáng 12/5/2025 tại Viêng Chăn, Chủ tịch nước Lâm Văn Tùng và Chủ tịch nước Lào Khamphan Sivilay hội đàm trong hai giờ.' \
    'Ông Lâm Văn Tùng đề nghị phía Lào cấp phép cho hãng Mây Trắng mở đường bay thẳng tới Pakse trong năm nay.' > d.txt
"$B" add -q ?.txt --published 2025-05-13
id=$("$B" timeline --json --type talks | sed 's/^{"id":"\([^"]*\)".*/\1/' | head -1)
"$B" show "$id" | sed -n '/^Các trang viết khác/,/^$/p'
"$B" compare "$id" | sed -n '/Ai nêu/,/^$/p'
"$B" compare "$id" -o wide.docx && python3 -c "
import re, zipfile
d = zipfile.ZipFile('wide.docx').read('word/document.xml').decode()
w = [int(x) for x in re.findall(r'gridCol w:w=\"(\d+)\"', d)]
print('columns', len(w), 'landscape', 'w:orient=\"landscape\"' in d, 'within the margins', sum(w) <= 14570)
"
"$B" compare "$id" -o wide.html && grep -c 'A4 landscape' wide.html
