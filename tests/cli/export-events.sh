# Contacts as events of other data: every file is read again by readers that are not ours (csv and json of Python, sqlite3) and says what the record says.
cp -r "$root/samples" pages
"$B" -d r.db add -q pages
for f in plover icews polecat gdelt-events gdelt-mentions; do "$B" -d r.db export $f -o $f.txt; done
"$B" -d r.db export codebook -o codebook.csv
cat > check.py <<'P'
import csv, json, re, sqlite3
csv.field_size_limit(1 << 24)
book = {}
for row in csv.DictReader(open("codebook.csv", encoding="utf-8", newline="")):
    book.setdefault(row["table"], []).append(row["column"])
def table(name, head):
    with open(name + ".txt", encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))
    if head:
        assert rows.pop(0) == book[name], name
    assert all(len(row) == len(book[name]) for row in rows), name
    return [dict(zip(book[name], row)) for row in rows]
icews, polecat = table("icews", True), table("polecat", True)
events, mentions = table("gdelt-events", False), table("gdelt-mentions", False)
plover = [json.loads(line) for line in open("plover.txt", encoding="utf-8")]
# The columns are those of the formats, as their readers have them.
assert ",".join(book["gdelt-mentions"]) == "GLOBALEVENTID,EventTimeDate,MentionTimeDate,MentionType,MentionSourceName,MentionIdentifier,SentenceID,Actor1CharOffset,Actor2CharOffset,ActionCharOffset,InRawText,Confidence,MentionDocLen,MentionDocTone,MentionDocTranslationInfo,Extras"
geo = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
actor = ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"]
assert book["gdelt-events"] == ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"] + ["Actor%d%s" % (n, a) for n in (1, 2) for a in actor] + [
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"] + [
    "%sGeo_%s" % (w, g) for w in ("Actor1", "Actor2", "Action") for g in geo] + ["DATEADDED", "SOURCEURL"]
assert book["icews"] == "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude".split(",")
assert len(book["polecat"]) == 40 and book["polecat"][:8] == "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name".split(",") and book["polecat"][-6:] == "Publication Date,Story People,Story Organizations,Story Locations,Language,Version".split(",")
# Ids are unique, days are days, codes are codes.
for rows, key in ((icews, "Event ID"), (polecat, "Event ID"), (events, "GLOBALEVENTID"), (plover, "id")):
    assert len({r[key] for r in rows}) == len(rows), key
assert all(0 < int(r["GLOBALEVENTID"]) < 1 << 53 for r in events)
assert {r["Event ID"] for r in icews} == {r["GLOBALEVENTID"] for r in events if r["SQLDATE"]}
for r in icews + polecat:
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", r["Event Date"]), r
for r in events:
    assert re.fullmatch(r"\d{8}|", r["SQLDATE"]) and re.fullmatch(r"\d{6}|", r["MonthYear"]) and re.fullmatch(r"\d{4}", r["Year"]), r
    assert r["SQLDATE"][:6] in ("", r["MonthYear"]) and r["MonthYear"][:4] in ("", r["Year"]) and bool(r["SQLDATE"]) == bool(r["FractionDate"])
    assert r["EventCode"].startswith(r["EventBaseCode"]) and r["EventBaseCode"].startswith(r["EventRootCode"]) and r["QuadClass"] == str(1 + (r["EventRootCode"] > "05") + (r["EventRootCode"] > "08") + (r["EventRootCode"] > "13"))
    assert r["Actor1CountryCode"] != r["Actor2CountryCode"]
# Every mention is of an event, and every event has as many as it says.
by_event = {}
for m in mentions:
    by_event.setdefault(m["GLOBALEVENTID"], []).append(m)
assert set(by_event) == {r["GLOBALEVENTID"] for r in events}
for r in events:
    mine = by_event[r["GLOBALEVENTID"]]
    assert len(mine) == int(r["NumMentions"]) and len({m["MentionIdentifier"] for m in mine}) == int(r["NumArticles"]) >= int(r["NumSources"]) >= 1
    assert all(m["EventTimeDate"] == r["DATEADDED"] for m in mine)
# Ranges give their words, in characters and in bytes.
db = sqlite3.connect("r.db")
source = {page: open(name, "rb").read() for page, name in db.execute("SELECT page, min(name) FROM sources GROUP BY page")}
for m in mentions:
    text = source[m["MentionIdentifier"].removeprefix("urn:banggiao:")].decode()
    assert len(text) == int(m["MentionDocLen"]) and 0 <= int(m["ActionCharOffset"]) < len(text)
required = {"id", "date", "event", "actor"}
for e in plover:
    assert required <= set(e) <= set(book["plover"]), e
    for entity in e["actor"] + e.get("recipient", []):
        assert re.fullmatch("[A-Z]{3}", entity["code"]) and entity["entity_text"], e
    assert {i["text_story"] for i in e["text_info"]} == {c["citation"] for c in e["cite_info"]}
    for i in e["text_info"]:
        page = source[i["text_story"]]
        assert page.decode()[i["start"]:i["end"]] == page[i["start_byte"]:i["end_byte"]].decode(), i
        fact = db.execute("SELECT text FROM ranges WHERE page = ? AND owner = ? AND field = 'evidence' ORDER BY n", (i["text_story"], i["fact"])).fetchone()
        assert fact[0] == page[i["start_byte"]:i["end_byte"]].decode(), i
# The record says the same: what was planned is an intent, and every dated contact of two sides or more that happened is there once for each of its pairs.
held = {c: s.split(",") for c, s in db.execute("SELECT id, sides FROM contacts WHERE status = 'held' AND length(start_date) = 10 AND type IN ('talks', 'meeting', 'consultation', 'committee_session', 'call', 'conference')") if "," in s}
asked = lambda code: sum(r["EventCode"] == code for r in events if r["SQLDATE"])
assert asked("040") + asked("041") + asked("044") == sum(len(s) * (len(s) - 1) for s in held.values()), held
met = [e for e in plover if e["event"] == "CONSULT" and e.get("mode") != "visit"]
assert {re.match(r"contact (\w+)", e["comment"]).group(1) for e in met} == set(held)
planned = {c for c, in db.execute("SELECT id FROM contacts WHERE status = 'planned'")}
assert all(e["event"] != "CONSULT" for e in plover if re.match(r"contact (\w+)", e["comment"]).group(1) in planned)
print("rows: plover %d, icews %d, polecat %d, gdelt %d and %d" % tuple(map(len, (plover, icews, polecat, events, mentions))))
P
python3 check.py
# sqlite3 takes them in as they are.
sqlite3 other.db '.mode tabs' '.import icews.txt icews' '.import polecat.txt polecat' "CREATE TABLE gdelt($(sed -n 's/^gdelt-events,\([^,]*\),.*/"\1"/p' codebook.csv | paste -sd,))" '.import gdelt-events.txt gdelt' 'SELECT count(*), min("Event Date"), max("CAMEO Code") FROM icews' 'SELECT "Event Type", count(*) FROM polecat GROUP BY 1' 'SELECT EventCode, count(*), sum(NumMentions) FROM gdelt GROUP BY 1'
# The same again; what somebody rejected is gone.
"$B" -d r.db export gdelt-events 2> /dev/null | cmp - gdelt-events.txt && echo the same again
contact=$(sqlite3 r.db "SELECT id FROM contacts WHERE type = 'talks' AND start_date = '2024-07-11'")
grep -c "$contact" plover.txt
"$B" -d r.db reject -q "$contact" --by An && "$B" -d r.db export plover 2> /dev/null | grep -c "$contact"
# What a damaged record still gives comes out.
sqlite3 r.db 'VACUUM' 'PRAGMA journal_mode = DELETE' > journal.txt
page=$(sqlite3 r.db "SELECT pageno FROM dbstat WHERE name = 'page_ranges' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 2")
printf '\377%.0s' $(seq 4096) | dd of=r.db bs=4096 seek=$((page - 1)) conv=notrunc status=none
"$B" -d r.db export plover > less.txt 2> less.err; echo "exit $?"
sed -n 's/hỏng [0-9]* chỗ/hỏng N chỗ/; /hỏng/p' less.err
python3 -c 'import json; n = [json.loads(l) for l in open("less.txt", encoding="utf-8")]; print("read again:", 0 < len(n) <= 61)'
