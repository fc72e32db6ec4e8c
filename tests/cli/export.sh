# The record for other programs: every file is read again by another reader, and says the same.
cp -r "$root/samples" pages
"$B" -d r.db add -q pages
"$B" -d r.db export csv -o csv && "$B" -d r.db export jsonl -o jsonl
ls csv jsonl
cat > check.py <<'P'
import csv, json, os
package = json.load(open("csv/datapackage.json", encoding="utf-8"))
book = list(csv.DictReader(open("csv/codebook.csv", encoding="utf-8", newline="")))
tables = {}
for resource in package["resources"]:
    name, fields = resource["name"], resource["schema"]["fields"]
    with open(os.path.join("csv", resource["path"]), encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, strict=True))
    tables[name] = rows
    kinds = {b["column"]: b["type"] for b in book if b["table"] == name}
    assert list(rows[0]) == [f["name"] for f in fields] == list(kinds), name
    for field in fields:
        assert field["description"], field
        for row in rows:
            assert field["type"] != "integer" or row[field["name"]] == "" or row[field["name"]].isdigit(), (name, field, row)
    objects = [json.loads(line) for line in open(f"jsonl/{name}.jsonl", encoding="utf-8")]
    plain = lambda v: "; ".join(v) if isinstance(v, list) else str(int(v)) if isinstance(v, bool) else str(v)
    assert [{k: v for k, v in r.items() if v} for r in rows] == [{k: plain(v) for k, v in o.items() if plain(v)} for o in objects], name
    if resource["schema"].get("primaryKey"):
        assert len({r["id"] for r in rows}) == len(rows), name
for resource in package["resources"]:
    for key in resource["schema"]["foreignKeys"]:
        there = {r["id"] for r in tables[key["reference"]["resource"] or resource["name"]]}
        assert all(r[key["fields"]] in there | {""} for r in tables[resource["name"]]), key
source = {p["id"]: open(p["source"], "rb").read() for p in tables["pages"]}
for table, field in (("statements", "content"), ("tellings", "sentence"), ("entries", "sentence")):
    for row in tables[table]:
        at = source[row["page"]][int(row["range_start"]):int(row["range_end"])].decode()
        assert at == row[field], (at, row)
print("tables agree:", ", ".join(f"{n} {len(r)}" for n, r in tables.items()))
P
python3 check.py
# Commitments stand as the ledger says, on this day and on an earlier one, on which what was said later is not there yet.
for day in 2025-12-31 2024-06-30; do
    "$B" -d r.db export csv --as-of $day -o $day
    "$B" -d r.db ledger --with LA --as-of $day --json > $day.jsonl
    python3 - $day <<'P'
import csv, json, sys
day = sys.argv[1]
read = lambda name: list(csv.DictReader(open(f"{day}/{name}.csv", encoding="utf-8", newline="")))
told = {c["id"]: (c["status"], c["stage"], c.get("bound", ""), c["about"], c["said"], c["pages"], c["witnesses"]) for c in map(json.loads, open(f"{day}.jsonl", encoding="utf-8"))}
kept = {c["id"]: (c["status"], c["stage"], c["bound"], c["about"], int(c["said"]), int(c["pages"]), int(c["witnesses"])) for c in read("commitments") if c["sides"] == "LA; VN"}
ids = {c["id"] for c in read("commitments")}
print(day, len(told), "as the ledger:", told == kept, "; entries by then:", all(e["day"] <= day and e["commitment"] in ids for e in read("entries")), "; links:", len(read("links")))
P
done
"$B" -d r.db export pages > pages.jsonl && "$B" -d again.db add -q pages.jsonl
for db in r again; do "$B" -d $db.db export csv -o $db-csv; cut -d, -f2-15 $db-csv/contacts.csv | LC_ALL=C sort > $db.txt; done
cmp r.txt again.txt && echo the pages give the same record
"$B" -d r.db export csv; echo "exit $?"
"$B" -d r.db export xml; echo "exit $?"
"$B" -d r.db export pages -o /no/such/place; echo "exit $?"
"$B" -d more.db add --json pages/01* pages/02* | cut -d, -f1,3-
"$B" -d more.db add --json -q pages/01*
# What people decided stands: a statement corrected, another rejected, with the contact of a third.
export SOURCE_DATE_EPOCH=1764460800
set -- $("$B" -d r.db export csv -o d0 && python3 -c "
import csv
rows = list(csv.DictReader(open('d0/statements.csv', encoding='utf-8', newline='')))
print(rows[0]['id'], rows[1]['id'], next(r['contact'] for r in rows if r['contact'] not in ('', rows[0]['contact'], rows[1]['contact'])))")
"$B" -d r.db correct -q "$1" act=pledges --by An; "$B" -d r.db correct -q "$1" speaker=- --by An; "$B" -d r.db reject -q "$2" --by An; "$B" -d r.db reject -q "$3" --by An
"$B" -d r.db export csv -o d1
python3 - "$@" <<'P'
import csv, sys
one, two, contact = sys.argv[1:]
read = lambda d, name: list(csv.DictReader(open(f"{d}/{name}.csv", encoding="utf-8", newline="")))
was, now = {r["id"]: r for r in read("d0", "statements")}, {r["id"]: r for r in read("d1", "statements")}
print(was[one]["act"], "->", now[one]["act"], "; speaker", repr(now[one]["speaker"]), "; rejected there:", two in now, any(r["contact"] == contact for r in now.values()))
gone = [k for k in was if k not in now]
print("of it and of the rejected contact:", all(k == two or was[k]["contact"] == contact for k in gone), "; tellings gone with it:", not any(r["contact"] == contact for r in read("d1", "tellings")))
P
# In the order of days, whatever the order of adding: the same pages the other way round give the same files.
"$B" -d one.db add -q pages/0[1-5]*; "$B" -d one.db add -q pages/0[6-9]* pages/1*
"$B" -d two.db add -q pages/0[6-9]* pages/1*; "$B" -d two.db add -q pages/0[1-5]*
for db in one two; do "$B" -d $db.db export jsonl -o $db; for f in icews csl; do "$B" -d $db.db export $f -o $db/$f 2>/dev/null; done; done
diff -r one two && echo in the same order
python3 -c "
import json
days = [json.loads(l).get('first_day', '9') for l in open('one/contacts.jsonl', encoding='utf-8')]
print('by day:', days == sorted(days), len(days))"
