# One JSON line a page, title and published as the page says; the same from standard input; a folder in order of names.
"$B" read "$P/talks.txt" > one.json
wc -l < one.json
grep -o '"schema":"[^"]*"' one.json
grep -o '"title":"[^"]*"' one.json
grep -o '"published":"[^"]*"' one.json
grep -o '"type":"[^"]*"' one.json | head -1
"$B" read - < "$P/talks.txt" | sed 's/"source":"-"/"source":"X"/' > stdin.json
sed 's/"source":"[^"]*"/"source":"X"/' one.json | cmp - stdin.json && echo same from standard input
mkdir -p d/b d/.hidden && cp "$P/talks.txt" d/b/z.txt && cp "$P/call.txt" d/a.txt && cp "$P/garden.txt" d/.hidden/x.txt
"$B" read d | grep -o '"source":"[^"]*"'
"$B" read "$P" > 1 && "$B" read "$P" > 2 && cmp 1 2 && echo same bytes twice
