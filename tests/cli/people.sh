# Persons over all pages: names, offices over time, contacts; by country, by name, by id.
"$B" add -q "$P"
"$B" people --country RU | tr -s ' '
"$B" --lang en people rudenko | sed 's/n[0-9a-f]\{16\}/N/; s/[vp][0-9a-f]\{10\}/ID/g'
id=$("$B" people --name rudenko --json | sed 's/^{"id":"\([^"]*\)".*/\1/')
"$B" people "$(echo "$id" | cut -c1-9)" --json | grep -o '"name":"[^"]*","pages":[0-9]*\|"merged_because":"[^"]*"\|"office":"[^"]*"'
echo "by an initial $("$B" timeline --person 'a rudenko' --json | grep -c '"id"')"
"$B" people nobody; echo "exit $?"
"$B" people --country XX --json; echo "exit $?"
