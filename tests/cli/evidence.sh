# From a fact to the bytes of the page: HTML in windows-1258 inside a packed archive. Two captures with one article are one page, a changed article a newer state.
python3 - <<'EOF'
import gzip
def page(menu, last):
    return (f'<html><head><meta charset=windows-1258><title>Việt Nam và Lào hội đàm</title><script>alert("chạy")</script></head><body onload="alert(1)"><ul><li>{menu}</ul>'
            '<h1>Việt Nam và Lào hội đàm</h1><p>Ngày 3/4/2024, tại Hà Nội, Bộ trưởng Ngoại giao <b>An Văn Bình</b> đã hội đàm với Bộ trưởng Ngoại giao Lào Khamsouk&nbsp;Vongxay.</p>'
            f'<p>Hai bên nhất trí tăng cường trao đổi đoàn &amp; sớm họp phiên thứ {last} của Ủy ban liên Chính phủ.</p></body></html>')
def cp1258(text):  # windows-1258 has letters and marks apart
    import unicodedata
    out = bytearray()
    for c in text:
        try: out += c.encode('cp1258')
        except UnicodeEncodeError:
            d = unicodedata.normalize('NFD', c)
            base = unicodedata.normalize('NFC', ''.join(x for x in d if x not in '\u0300\u0301\u0303\u0309\u0323'))
            out += base.encode('cp1258') + ''.join(x for x in d if x in '\u0300\u0301\u0303\u0309\u0323').encode('cp1258')
    return bytes(out)
def record(url, date, body):
    body = b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n' + body
    head = f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: {date}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n'
    return gzip.compress(head.encode() + body + b'\r\n\r\n', mtime=0)
one, two, three = (record('https://www.vidu.vn/lao-1.htm', d, cp1258(page(m, n))) for d, m, n in (
    ('2024-04-04T01:00:00Z', 'Mới', 47), ('2024-04-05T01:00:00Z', 'Thể thao', 47), ('2024-04-06T01:00:00Z', 'Mới', 48)))
open('a.warc.gz', 'wb').write(two + one + three)
EOF
"$B" --lang en add a.warc.gz 2>&1
id=$("$B" timeline --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -1)
"$B" timeline --json | wc -l
"$B" --lang en show "$id" | grep -A8 '^Sources' | sed 's/p[0-9a-f]\{10\}/P/; s/#[0-9]*/#N/; s/{v[0-9a-f]*}/{V}/'
"$B" show --json "$id" > shown
python3 - <<'EOF'
import html, json, re, sqlite3, unicodedata, zlib
shown = json.loads(open('shown').read())
db = sqlite3.connect('banggiao.db')
right = 0
for source in shown['sources']:
    stored = zlib.decompress(db.execute('SELECT bytes FROM pages WHERE id = ?', (source['page'],)).fetchone()[0])
    for evidence in source['evidence']:
        a, b = evidence['bytes']
        text = unicodedata.normalize('NFC', html.unescape(re.sub('<[^>]*>', '', stored[a:b].decode('cp1258')))).replace('\xa0', ' ')
        right += text == evidence['text']
        if text != evidence['text']: print(text, '|', evidence['text'])
    print(source['source'].split('#')[0], source['url'], source['url_from'], source['captured'], source['charset'], len(source.get('copies', [])), [s['newer'] for s in source.get('states', [])])
print(right, 'sentences from their bytes')
EOF
"$B" --lang en explain "$id" | grep -c '←'
"$B" show --html "$id" > page.html
grep -o '<iframe sandbox="" [^>]*srcdoc="' page.html | cut -c1-20; grep -c 'alert' page.html; grep -o "Content-Security-Policy[^;]*" page.html; grep -o '<mark' page.html | wc -l
grep -o 'ngày\|<mark style=&quot;[^>]*>[^<]*</mark>' page.html | sed 's/<[^>]*>//g' | tr '\n' '|'; echo
"$B" --lang en verify 2>&1 | sed 's/, [0-9]* ranges/, N ranges/'
"$B" timeline --outlet vidu.vn | wc -l; "$B" search --outlet khac.vn "hội đàm"; echo "exit $?"
"$B" search --outlet "vidu" "trao đổi" --json | wc -l
printf 'Ai & ai <b>\n\nNgày 3/4/2024, Bộ trưởng Ngoại giao An Văn Bình đã hội đàm với Bộ trưởng Ngoại giao Lào Khamsouk Vongxay.\n' > t.txt
"$B" -d t.db add -q t.txt; "$B" -d t.db show --html "$("$B" -d t.db timeline --json | sed 's/.*"id":"\([^"]*\)".*/\1/')" | grep -o 'Ai &amp; ai &lt;b&gt;$\|<mark[^>]*>Ngày'
"$B" timeline --json | grep -o '"sources":.*' | grep -o '"source":"[^"#]*\|"url":"[^"]*"\|"outlet":"[^"]*"'
