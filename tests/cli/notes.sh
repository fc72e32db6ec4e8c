# Notes by reason; a page without any gives exit 1.
"$B" add -q "$P/garden.txt"
"$B" --lang en notes; echo "exit $?"
# What was not understood stands in its sentence, the words by their number.
mkdir p
cat > p/a.txt <<'T'
Chợ nổi sông Hậu đông khách

Ngày 3/2/2024, chợ nổi Cái Bè đón nhiều đoàn khách từ Lào và Thái Lan. Nhiều người nói sẽ trở lại vào dịp lễ hội.

Chợ Phong Điền gần đó cũng đón nhiều đoàn khách Nga, Pháp. Đón khách xong, ghe nào về bến nấy.

“Chúng tôi mong mùa nước nổi năm sau sẽ đến sớm hơn và chợ sẽ có thêm nhiều ghe hàng.”
T
"$B" -d n.db add -q p
"$B" -d n.db notes
"$B" -d n.db notes --json
