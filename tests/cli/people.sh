# Persons over all pages: names, offices over time, contacts; by country, by name, by id.
"$B" add -q "$P"
"$B" people --country RU | tr -s ' '
"$B" --lang en people rudenko | sed 's/n[0-9a-f]\{16\}/N/; s/[vp][0-9a-f]\{10\}/ID/g'
id=$("$B" people --name rudenko --json | sed 's/^{"id":"\([^"]*\)".*/\1/')
"$B" people "$(echo "$id" | cut -c1-9)" --json | grep -o '"name":"[^"]*","pages":[0-9]*\|"merged_because":"[^"]*"\|"office":"[^"]*"'
echo "by an initial $("$B" timeline --person 'a rudenko' --json | grep -c '"id"')"
"$B" people nobody; echo "exit $?"
"$B" people --country XX --json; echo "exit $?"
# What people say of it holds, and can be taken back.
export BANGGIAO_USER=An SOURCE_DATE_EPOCH=1764460800
printf 'Bộ trưởng Ngoại giao Nga Ivan Petrov thăm Việt Nam\nNgày 5/3/2025, tại Hà Nội, Bộ trưởng Ngoại giao An Văn Bình hội đàm với Bộ trưởng Ngoại giao Nga Ivan Petrov.\n' > a.txt
printf 'Bộ trưởng Ngoại giao Nga Pyotr Ivanov gặp báo chí\nNgày 6/3/2025, tại Hà Nội, Bộ trưởng Ngoại giao An Văn Bình hội kiến Bộ trưởng Ngoại giao Nga Pyotr Ivanov.\n' > b.txt
"$B" -d two.db add -q a.txt b.txt
name() { "$B" -d two.db people --name "$1" --json | grep -o '"name":"[^"]*","pages":[0-9]*\|"merged_because":"[^"]*"' | tr '\n' ' '; echo; }
of() { "$B" -d two.db people --name "$1" --json | sed 's/^{"id":"\([^"]*\)".*/\1/'; }
"$B" -d two.db join "$(of 'Ivan Petrov')" "$(of 'Pyotr Ivanov')" --note "một người, hai cách ghi" 2>&1 | sed 's/[dn][0-9a-f]\{10,16\}/ID/g'
name 'Ivan Petrov'
"$B" -d two.db reread -q && name 'Ivan Petrov'
"$B" -d two.db split "$(of 'Ivan Petrov')" 'Pyotr Ivanov' -q && name 'Ivan Petrov'
"$B" -d two.db undo -q && "$B" -d two.db undo -q && name 'Pyotr Ivanov'
"$B" -d two.db log | sed 's/[dn][0-9a-f]\{10\}/ID/g' | tr -s ' '
"$B" -d two.db split "$(of 'Ivan Petrov')" 2>&1 | sed 's/n[0-9a-f]\{16\}/ID/g'
