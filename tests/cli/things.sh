# Bodies, mechanisms and agreements over all pages: lists, one of them, by id, as of a day; why they are one.
"$B" add -q "$root/samples"
"$B" mechanisms | tr -s ' ' | sed 's/m[0-9a-f]\{10\}/ID/'
"$B" --lang en mechanisms "uy ban" --with LA | sed 's/[mvp][0-9a-f]\{10,16\}/ID/g'
"$B" agreements | tr -s ' ' | sed 's/a[0-9a-f]\{10\}/ID/'
id=$("$B" mechanisms --with LA --json | head -1 | sed 's/^{"id":"\([^"]*\)".*/\1/')
"$B" show "$(echo "$id" | cut -c1-9)" --json | grep -o '"kind":"[^"]*"\|"ordinal":[0-9]*\|"merged_because":"[^"]*"\|"gaps":.*'
"$B" explain "$id" | sed 's/[amvp][0-9a-f]\{10,16\}/ID/g' | head -8
"$B" bodies --with VN | tr -s ' ' | head -5 | sed 's/b[0-9a-f]\{10\}/ID/'
"$B" mechanisms --as-of 2024-02-01 --json "uy ban" | grep -o '"sessions":.*'
"$B" mechanisms --as-of 1990-01-01; echo "exit $?"
"$B" agreements "không có"; echo "exit $?"
"$B" agreements --with XYZW; echo "exit $?"
