# Exports for programs of others: each is read again by a reader that is not ours.
for python in python3 /usr/bin/python3 none; do "$python" -c 'import jsonschema, networkx, openpyxl' 2>/dev/null && break; done
[ $python = none ] && { echo "needs python3-jsonschema, python3-networkx and python3-openpyxl"; exit 77; }
cp -r "$root/samples" pages
mkdir saved
cat > saved/goc.html <<'P'
<html lang="vi"><head><title>Hội đàm</title><link rel="canonical" href="https://bao.example/hoi-dam-1.html"><meta property="og:site_name" content="Báo Mẫu">
<meta property="article:published_time" content="2025-03-04T09:30:00+07:00"><meta name="author" content="An Văn Bình"></head><body><article><h1>Hội đàm tại Hà Nội &amp; Huế</h1>
<p>Ngày 4/3/2025, tại Hà Nội, Bộ trưởng Ngoại giao An Văn Bình hội đàm với Bộ trưởng Ngoại giao Thái Lan Somchai Wong và hai bên trao đổi nhiều việc chung của hai nước trong năm nay.</p>
<p>Hai bên nhất trí mở thêm một cửa khẩu trước ngày 31/12/2025 và sớm họp lại để bàn về việc nối đường sắt giữa hai nước qua nước Lào.</p></article></body></html>
P
"$B" -d r.db add -q pages saved
"$B" -d r.db export csl -o r.json && "$B" -d r.db export csl > again.json && cmp r.json again.json && echo the same bytes twice
cat > csl.py <<'P'
import json, jsonschema
day = {"type": "object", "additionalProperties": False, "required": ["date-parts"], "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 1, "items": {
    "type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}}}}
text = {"type": "string", "minLength": 1}
fields = dict.fromkeys("id title container-title URL language abstract original-publisher original-title archive archive_location".split(), text)
fields |= dict.fromkeys(("issued", "accessed", "original-date"), day)
fields |= {"type": {"enum": ["article-newspaper", "webpage"]}, "custom": {"type": "object"},
           "author": {"type": "array", "items": {"type": "object", "additionalProperties": False, "required": ["literal"], "properties": {"literal": text}}}}
items = json.load(open("r.json", encoding="utf-8"))
jsonschema.validate(items, {"type": "array", "items": {"type": "object", "required": ["id", "type"], "additionalProperties": False, "properties": fields}})
assert len({i["id"] for i in items}) == len(items)
print(len(items), "references,", sum("issued" in i for i in items), "with a day,", sum("original-title" in i for i in items), "with an original")
page = next(i for i in items if i.get("URL"))
print(page["title"], page["container-title"], page["author"], page["issued"], page["URL"], page["language"], sep=" | ")
P
$python csl.py
