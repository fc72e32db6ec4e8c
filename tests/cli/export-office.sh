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
for f in csl gexf popolo; do "$B" -d r.db export $f -o r.$f && "$B" -d r.db export $f > again.$f && cmp r.$f again.$f && echo "$f: the same bytes twice"; done
cat > csl.py <<'P'
import json, jsonschema
day = {"type": "object", "additionalProperties": False, "required": ["date-parts"], "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 1, "items": {
    "type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}}}}
text = {"type": "string", "minLength": 1}
fields = dict.fromkeys("id title container-title URL language abstract original-publisher original-title archive archive_location".split(), text)
fields |= dict.fromkeys(("issued", "accessed", "original-date"), day)
fields |= {"type": {"enum": ["article-newspaper", "webpage"]}, "custom": {"type": "object"},
           "author": {"type": "array", "items": {"type": "object", "additionalProperties": False, "required": ["literal"], "properties": {"literal": text}}}}
items = json.load(open("r.csl", encoding="utf-8"))
jsonschema.validate(items, {"type": "array", "items": {"type": "object", "required": ["id", "type"], "additionalProperties": False, "properties": fields}})
assert len({i["id"] for i in items}) == len(items)
print(len(items), "references,", sum("issued" in i for i in items), "with a day,", sum("original-title" in i for i in items), "with an original")
page = next(i for i in items if i.get("URL"))
print(page["title"], page["container-title"], page["author"], page["issued"], page["URL"], page["language"], sep=" | ")
P
$python csl.py

cat > gexf.py <<'P'
import sqlite3, sys, xml.etree.ElementTree as tree
from networkx.readwrite import gexf
# networkx 2.8 knows 1.2; what it reads of 1.3 is the same but for the name space.
gexf.GEXF.versions["1.3"] = {"NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz", "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance", "SCHEMALOCATION": "", "VERSION": "1.3"}
graph = gexf.read_gexf(sys.argv[1])
db = sqlite3.connect("r.db")
held = "SELECT count(*) FROM contacts c WHERE c.status IS NOT 'planned' AND EXISTS (SELECT 1 FROM contact_sides s WHERE s.contact = c.id AND s.side = ?)"
for node, data in graph.nodes(data=True):
    assert data["kind"] in ("state", "organisation", "person") and data["label"], data
    assert data["kind"] == "person" or data["contacts"] == db.execute(held, (node,)).fetchone()[0], data
for a, b, data in graph.edges(data=True):
    kinds = {graph.nodes[n]["kind"] == "person" for n in (a, b)}
    assert kinds == {data["between"] == "persons"} and data["weight"] == data["contacts"], data
    spells = data.get("spells", [])
    assert all(s <= e for s, e in spells) and all(x[1] < y[0] for x, y in zip(spells, spells[1:])), data
    for n in (a, b):
        assert all(graph.nodes[n]["start"] <= s and e <= graph.nodes[n]["end"] for s, e in spells), (n, data)
# The order of elements and the attributes that the schema has.
ns = "{http://gexf.net/1.3}"
root = tree.parse(sys.argv[1]).getroot()
assert root.get("version") == "1.3" and [c.tag for c in root] == [ns + "meta", ns + "graph"]
assert [c.tag for c in root[1]] == [ns + "attributes"] * 2 + [ns + "nodes", ns + "edges"], [c.tag for c in root[1]]
known = {"node": {"id", "label", "start", "end"}, "edge": {"id", "source", "target", "weight"}, "spell": {"start", "end"}, "attvalue": {"for", "value"}}
assert all(set(e.keys()) <= known[e.tag[len(ns):]] for e in root.iter() if e.tag[len(ns):] in known)
print(graph.number_of_nodes(), "nodes,", graph.number_of_edges(), "edges; LA – VN:", graph.edges["LA", "VN"]["weight"], "contacts,", len(graph.edges["LA", "VN"]["spells"]), "spells")
P
$python gexf.py r.gexf
cat > popolo.py <<'P'
import json, jsonschema
text, maybe, day = {"type": "string", "minLength": 1}, {"type": ["string", "null"]}, {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
link = {"type": "object", "required": ["url"], "properties": {"url": {"type": "string", "pattern": "^[a-z]+:"}, "note": maybe}}
shape = {"persons": {"name": text, "other_names": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": text, "note": maybe}}}},
         "organizations": {"name": text, "classification": text}, "posts": {"label": text, "role": text, "organization_id": maybe},
         "memberships": {"person_id": text, "organization_id": maybe, "post_id": text, "role": text, "start_date": day, "end_date": day, "sources": {"type": "array", "minItems": 1, "items": link}}}
data = json.load(open("r.popolo", encoding="utf-8"))
assert set(data) == set(shape)
for name, properties in shape.items():
    for one in data[name]:
        jsonschema.validate(one, {"type": "object", "required": ["id"], "properties": properties | {"id": text}})
    assert len({o["id"] for o in data[name]}) == len(data[name]), name
ids = {name: {o["id"] for o in data[name]} for name in shape}
for m in data["memberships"]:
    assert m["person_id"] in ids["persons"] and m["post_id"] in ids["posts"] and m.get("organization_id") in ids["organizations"] | {None}, m
    assert m.get("start_date", "0") <= m["last_seen"] and m.get("end_date", "9") >= m["first_seen"][:4], m
print(*(f"{name} {len(data[name])}" for name in shape))
m = next(m for m in data["memberships"] if m["role"] == "Bộ trưởng Ngoại giao" and m["organization_id"] == "TH")
print(m["first_seen"], m["sources"])
P
$python popolo.py
"$B" -d r.db export xlsx --as-of 2025-05-01 -o r.xlsx && "$B" -d r.db export xlsx --as-of 2025-05-01 > again.xlsx && cmp r.xlsx again.xlsx && echo xlsx: the same bytes twice
"$B" -d r.db export csv -o csv && "$B" -d r.db --lang en export xlsx -o en.xlsx
cat > xlsx.py <<'P'
import csv, datetime, openpyxl
book, tables = openpyxl.load_workbook("r.xlsx", data_only=True), {}
for sheet in book:
    rows = list(sheet.iter_rows(values_only=True))
    tables[sheet.title] = [dict(zip(rows[0], row)) for row in rows[1:]]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, sheet.title
    assert all(8 <= sheet.column_dimensions[c.column_letter].width <= 90 for c in sheet[1] if c.column == 1), sheet.title
    assert all(c.font.bold for c in sheet[1]), sheet.title
contacts = {r["id"]: r for r in csv.DictReader(open("csv/contacts.csv", encoding="utf-8", newline=""))}
assert [r["Mã"] for r in tables["Tiếp xúc"]] == sorted(contacts, key=lambda i: (contacts[i]["first_day"] == "", contacts[i]["first_day"], i))
for r in tables["Tiếp xúc"]:
    day, c = r["Ngày"], contacts[r["Mã"]]
    # What is known to the day is a day, what is not is text.
    assert isinstance(day, datetime.datetime) == (len(c["date"]) == 10) and (not c["date"] or day), (day, c)
    assert not isinstance(day, datetime.datetime) or day.strftime("%Y-%m-%d") == c["date"], (day, c)
    assert str(r["Số trang"]) == c["pages"] and str(r["Nguồn độc lập"]) == c["witnesses"] and (r["Người dự"] or "") == c["people"], (r, c)
for sheet, table, key in (("Người dự", "participants", None), ("Phát biểu", "statements", "Mã"), ("Nguồn", "pages", "Mã")):
    rows = list(csv.DictReader(open(f"csv/{table}.csv", encoding="utf-8", newline="")))
    assert len(rows) == len(tables[sheet]), sheet
    assert not key or {r["id"] for r in rows} == {r[key] for r in tables[sheet]}, sheet
said = {r["id"]: r["content"] for r in csv.DictReader(open("csv/statements.csv", encoding="utf-8", newline=""))}
assert all(said[r["Mã"]] == r["Nội dung"] for r in tables["Phát biểu"])
# Every column is explained, in both languages.
told = {(r["Bảng"], r["Cột"]) for r in tables["Giải thích"] if r["Nghĩa (tiếng Việt)"] and r["Nghĩa (tiếng Anh)"]}
assert all((s.title, c.value) in told for s in book if s.title != "Giải thích" for c in s[1])
links = [c.value[12:-2] for row in openpyxl.load_workbook("r.xlsx")["Nguồn"].iter_rows() for c in row if str(c.value).startswith('=HYPERLINK("')]
assert links == [a for r in tables["Nguồn"] for a in (r["Địa chỉ"], r["Bài gốc"]) if a] and "https://bao.example/hoi-dam-1.html" in links, links
print(*(f"{name} {len(rows)}" for name, rows in tables.items()), sep=", ")
print(*openpyxl.load_workbook("en.xlsx").sheetnames, sep=", ")
print(next(r["Tình trạng"] for r in tables["Cam kết"] if r["Mức"] == "hứa" and r["Hạn"]))
P
$python xlsx.py
"$B" -d r.db export xlsx --as-of hôm-nay > none.xlsx; echo "exit $?"
# What somebody rejected is not in it.
n=$("$B" -d r.db timeline --json --country TH | sed -n 's/^{"id":"\([^"]*\)".*/\1/p' | head -n 1)
"$B" -d r.db reject "$n" --by An 2>/dev/null && "$B" -d r.db export gexf -o r.gexf && ! grep 'id="TH"' r.gexf && echo rejected, and in no graph
