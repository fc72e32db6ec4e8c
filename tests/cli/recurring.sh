# Teasers that recur on the pages of a site are left out, in whatever order and batches the pages come.
python3 - <<'EOF'
import json
guests = [('Lào', 'Khamsouk Vongxay', 'Viêng Chăn'), ('Nga', 'Ivan Petrov', 'Mát-xcơ-va'), ('Pháp', 'Jean Moulin', 'Paris'), ('Cuba', 'Carlos Vidal', 'La Habana'), ('Úc', 'Mary Wood', 'Canberra')]
lead = lambda k: f'Ngày {k + 1}/4/2024, tại {guests[k][2]}, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao {guests[k][0]} {guests[k][1]}.\n'
for n, (country, name, city) in enumerate(guests):
    own = f'Tại hội đàm, Bộ trưởng {name} đề nghị mỗi năm trao đổi {n + 40} sinh viên.\nBộ trưởng An Văn Bình cảm ơn {country} đã đón tiếp đoàn lần thứ {n + 2}.\n'
    text = f'Việt Nam và {country} hội đàm tại {city}\n\n' + lead(n) + own + ''.join(lead((n + i) % 5) for i in range(1, 4))
    open(f'{n}.jsonl', 'w').write(json.dumps({'url': f'https://www.vidu.vn/tin-{n}.htm', 'text': text}, ensure_ascii=False) + '\n')
EOF
"$B" add -q 0.jsonl 1.jsonl 2.jsonl; "$B" timeline --json | grep -o '"start":"[^"]*"\|"pages":[0-9]*' | paste -sd' '
"$B" add -q 3.jsonl 4.jsonl; "$B" timeline --json | grep -o '"start":"[^"]*"\|"pages":[0-9]*' | paste -sd' '
for n in 4 2 0 3 1; do "$B" -d other.db add -q $n.jsonl; done
"$B" -d other.db timeline --json > a; "$B" timeline --json | cmp - a && echo the same
"$B" --lang en sites
"$B" --lang en sites vidu.vn --json | grep -o '"host".*"kept_by_reader":[0-9]*'
"$B" sites khac.vn; echo "exit $?"
"$B" explain "$("$B" search '"trao đổi 40 sinh viên"' --json | sed 's/.*"page":"\([^"]*\)".*/\1/')" | grep -c site.repeated
"$B" --lang en verify 2>&1 | sed 's/, [0-9]* ranges/, N ranges/'
