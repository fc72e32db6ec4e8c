# A record read with another lexicon is sound; verify tells so, reread brings it up to date, as if all had been added anew.
mkdir -p more/lexicon
printf '@class COUNTRY\nxứ Mơ; Mơ quốc\tXM\n' > more/lexicon/more.txt
printf 'Xứ Mơ thăm Việt Nam\n\nNgày 5/6/2024, Ngoại trưởng xứ Mơ Anna Berg đã hội đàm với Ngoại trưởng An Văn Bình tại Hà Nội.\n' > mo.txt
"$B" add -q "$P" mo.txt
"$B" --lang en reread 2>&1; echo "exit $?"
"$B" verify -q --data more && echo sound
"$B" --lang en verify --data more 2>&1 | sed 's/, [0-9]* ranges/, N ranges/'
"$B" --lang en verify --data more --json 2> /dev/null | sed 's/"page".*"problem"/"problem"/'
"$B" --lang en reread --data more 2>&1 | sed 's/again: [0-9]*/again: N/; s/pages: [0-9]*/pages: N/'
"$B" verify --data more 2>&1 | grep -c 'reread'
"$B" -d new.db add -q --data more "$P" mo.txt
"$B" timeline --json > one; "$B" -d new.db timeline --json | cmp - one && echo as added anew
python3 - banggiao.db new.db << 'EOF'
import sqlite3, sys
def rows(path, table):
    with sqlite3.connect(path) as link:
        names = [name for _, name, *_ in link.execute(f"PRAGMA table_info({table})") if name not in ("row", "entity_row") and (table, name) != ("pages", "n")]  # where it lies
        return sorted(map(repr, link.execute(f"SELECT {', '.join(names)} FROM {table}")))
tables = "pages authors sources entities offices events participants statements topics refers ranges event_slots contacts contact_sides contact_people contact_events search".split()
differ = [table for table in tables if rows(sys.argv[1], table) != rows(sys.argv[2], table)]
print("every table as added anew" if not differ else differ)
EOF
"$B" -d none.db reread 2> /dev/null; echo "exit $?"; ls none.db 2> /dev/null
"$B" search "xứ Mơ" --json | wc -l
