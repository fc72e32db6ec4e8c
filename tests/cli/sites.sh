# Profiles of outlets: one of the user's improves what is read, one that a page has outgrown is left and told once a host; faults in one are found.
page() { cat <<H
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thủ tướng hội đàm với Thủ tướng Lào</title>
<link rel="canonical" href="https://bao.example/thu-tuong-hoi-dam-$2.html"></head><body>
<h1>Thủ tướng hội đàm với Thủ tướng Lào</h1><p class="dan">Chiều 8/5, tại Hà Nội, Thủ tướng đã hội đàm với Thủ tướng Lào nhân chuyến thăm chính thức.</p>
<div class="$1">
<p>Tại hội đàm, hai bên đánh giá cao kết quả hợp tác thời gian qua, nhất là về giao thông, năng lượng và giáo dục.</p>
<div class="hop"><p>Chủ tịch Quốc hội tiếp Đại sứ Lào, đề nghị hai bên đẩy mạnh hợp tác nghị viện và giao lưu giữa các địa phương.</p></div>
<p>Hai Thủ tướng nhất trí tiếp tục trao đổi đoàn cấp cao, phối hợp chặt chẽ tại các diễn đàn quốc tế và khu vực.</p>
<p>Kết thúc hội đàm, hai Thủ tướng đã chứng kiến lễ ký kết các văn kiện hợp tác giữa hai nước.</p>
</div></body></html>
H
}
page khung 1 > mot.html
page moi 2 > hai.html
page moi 3 > ba.html
mkdir -p mine/sites bad/sites
printf '# a paper\n@site bao\nhost bao.example\nbody .khung\nsummary .dan\ndrop related .khung .hop; [type=box]\n' > mine/sites/bao.txt
echo "--- without"
"$B" article --kept mot.html
echo "--- with"
"$B" article --data mine --kept mot.html
"$B" article --data mine --dropped mot.html
"$B" article --data mine --json mot.html | grep -o '"profile.*'
echo "--- outgrown"
"$B" article --data mine --json hai.html ba.html | grep -o '"profile.*'
echo "--- faults"
"$B" lexicon check --data mine
printf '@site a\nbody .than\n' > bad/sites/a.txt
"$B" lexicon check --data bad
for line in 'kopf .than' 'body .' 'body p[x' 'drop related'; do
    printf '@site a\nhost a.example\nbody .than\n%s\n' "$line" > bad/sites/a.txt
    "$B" lexicon check --data bad
done
printf 'body .than\n' > bad/sites/a.txt
"$B" lexicon check --data bad
