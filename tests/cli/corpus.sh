# A corpus with known truth: the same seed gives the same bytes, and the record finds what is known of it.
python3 "$root/bench/corpus/make" --pages 200 --seed 7 one 2> /dev/null || exit 77
python3 "$root/bench/corpus/make" --pages 200 --seed 7 two 2> /dev/null
for file in one/*; do cmp "$file" "two/${file#one/}"; done
python3 "$root/bench/corpus/make" --pages 200 --seed 8 three 2> /dev/null
cmp -s one/pages.jsonl three/pages.jsonl || echo another seed, another corpus
"$B" -d one.db add -q one/pages.jsonl
python3 "$root/bench/corpus/judge" one.db one | awk -F'\t' '
    $1 == "pages" { print }
    $1 ~ /^read/ { split($2, n, " "); if (n[1] < 0.95 * n[3]) print "too little is read:", $0 }
    $1 == "contacts" { if (substr($2, 3) < 0.98 || substr($3, 3) < 0.95) print "too low:", $0 }'
