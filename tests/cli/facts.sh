# What can be counted of two states' contacts, and their calendar; the calendar is read again by somebody else.
"$B" -d a.db add -q "$root/samples"
f() { "$B" -d a.db facts "$@"; echo "exit $?"; }
f --with Lào --as-of 2024-12-01 > out; cat out | sed -n 1p
grep -c . out
f --with LA --as-of 2024-12-01 --json > json
grep -o '"kind":"all".*"count":[0-9]*' json | grep -o '"as_of":"[^"]*"\|"count":[0-9]*'
grep -c '"kind":"channel"' json
grep '"kind":"all"' json | grep -o '"longest_silence":{[^}]*}\|"owes_return":"[^"]*"'
# later contacts do not count
"$B" -d a.db facts --with LA --as-of 2023-12-01 --json | grep '"kind":"all"' | grep -o '"count":[0-9]*\|"silent_days":[0-9]*'
f --with LA --as-of 1990-01-01
f --with LA --as-of mai
f --with 'Nước Không Có' --as-of 2024-12-01
f
"$B" -d a.db calendar --with LA --as-of 2024-12-01 -o a.ics; echo "exit $?"
"$B" -d a.db calendar --with LA --as-of 2024-12-01 | cmp - a.ics && echo same bytes
python3 - a.ics <<'PY'
import sys
raw = open(sys.argv[1], "rb").read()
lines = raw.split(b"\r\n")
print("ends", lines[-1] == b"" and b"\n" not in raw.replace(b"\r\n", b""), "long", max(map(len, lines)) <= 75, "letters", all(l.decode("utf-8") is not None for l in lines))
unfolded = raw.replace(b"\r\n ", b"").decode().split("\r\n")
events, now = [], None
for l in unfolded:
    if l == "BEGIN:VEVENT": now = {}
    elif l == "END:VEVENT": events.append(now); now = None
    elif now is not None:
        k, v = l.split(":", 1); now[k.split(";")[0]] = v
uids = [e["UID"] for e in events]
print("unique", len(set(uids)) == len(uids), "days", all(e["DTEND"] > e["DTSTART"] for e in events), "some", len(events) > 5)
print("rounds", any("-2025@" in u for u in uids), all(e["SUMMARY"].startswith("Tròn ") for e in events if "-20" in e["UID"]))
PY
