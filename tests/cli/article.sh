# The article of an HTML page, what is kept, what is dropped and why, as JSON; a text page gives its article too.
cat > page.html <<'H'
<!doctype html><html><head><meta charset="utf-8"><title>Thủ tướng hội đàm với Thủ tướng Lào - Báo Thử</title></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/t">Thời sự</a></li><li><a href="/g">Thế giới</a></li></ul></nav>
<div class="article"><h1 class="title">Thủ tướng hội đàm với Thủ tướng Lào</h1>
<div class="article-sapo"><p>Chiều 8/5, tại Hà Nội, Thủ tướng đã hội đàm với Thủ tướng Lào nhân chuyến thăm chính thức.</p></div>
<div class="article-body">
<p>Tại hội đàm, hai bên đánh giá cao kết quả hợp tác thời gian qua, nhất là về giao thông, năng lượng và giáo dục.</p>
<figure><img src="a.jpg"><figcaption>Hai Thủ tướng tại lễ đón. Ảnh: TTXVN</figcaption></figure>
<p>Hai Thủ tướng nhất trí tiếp tục trao đổi đoàn cấp cao, phối hợp chặt chẽ tại các diễn đàn quốc tế và khu vực.</p>
<div class="related-box"><h4>Tin liên quan</h4><a href="/x">Chủ tịch Quốc hội tiếp Đại sứ Lào</a></div>
<p>Kết thúc hội đàm, hai Thủ tướng đã chứng kiến lễ ký kết các văn kiện hợp tác giữa hai nước.</p>
</div></div>
<footer class="footer"><p>Giấy phép số 1/GP-BTTTT. Ghi rõ nguồn khi phát hành lại.</p></footer></body></html>
H
"$B" article page.html
"$B" article --kept page.html
echo ---
"$B" article --dropped page.html
"$B" article --json page.html
# A page that a script writes is no article, which is said; what its container says of a page stands apart from what the page says.
cat > script.html <<'H'
<!doctype html><!--
 Page saved with SingleFile
 url: https://baothu.vn/hoi-dam.html
 saved date: Wed May 08 2024 18:03:07 GMT+0700
--><html><head><meta charset="utf-8"><title>Hội đàm Việt - Lào</title></head><body><div id="root"></div><script>write("<p>Chiều 8/5, tại Hà Nội.</p>")</script></body></html>
H
"$B" article --json script.html
cat > kho.jsonl <<'H'
{"url":"https://tuoitre.vn/hoi-dam-20240508123456789.htm","ts":"2024-05-09T01:00:00Z","title":"Hội đàm Việt - Lào","text":"Chiều 8/5, tại Hà Nội, hai Bộ trưởng Ngoại giao hội đàm và nhất trí tăng cường hợp tác."}
{"url":"https://tuoitre.vn/hoi-dam-20240508123456789.htm","title":"Hội đàm Việt - Lào","text":"Thứ Năm, 09/05/2024 06:30\nChiều 8/5, tại Hà Nội, hai Bộ trưởng Ngoại giao hội đàm và nhất trí tăng cường hợp tác."}
H
"$B" article --json kho.jsonl
"$B" read script.html | grep -o '"notes".*'
