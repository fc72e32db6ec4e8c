# Rules of a user's own, on every level: one that says nothing but the class of its mark does no harm, one that says who and what is read.
printf 'Tin trong ngày xyz\n\nNgày 3/4/2024, Thủ tướng Lào An Văn Bình xyz Thủ tướng Nga Ivan Petrov. Hai bên xyz khẳng định coi trọng hợp tác xyz.\n' > page.txt
grep -hE '^@level|^make' "$root"/data/vi/grammar/*.rules | awk '/^@/ { level = $2 } /^make/ { print level, $2 }' | sort -u > classes
while read -r level class; do
    mkdir -p "$class/grammar"
    printf '@level %s\nrule %s.mine\nfind xyz\nmake %s\neg a xyz b.\nnot a b.\n' "$level" "$level" "$class" > "$class/grammar/mine.rules"
    "$B" read --data "$class" page.txt > read.json || echo "$level $class: $?"
done < classes
mkdir -p mine/grammar
printf '@level contact\nrule contact.mine\nfind a:WHO t:xyz b:WHO\nmake CONTACTFACT type=meeting\neg Thủ tướng Lào An Văn Bình xyz Thủ tướng Nga Ivan Petrov.\nnot Thủ tướng Lào.\n' > mine/grammar/mine.rules
"$B" read --data mine page.txt | grep -o '"type":"meeting","verb":"xyz"'
