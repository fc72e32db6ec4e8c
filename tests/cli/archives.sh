# Pages out of archives: WARC in gzip members with one broken record, zip, MHTML, JSON lines, a pipe, names in a file, a pattern.
record() { # URL FILE
    size=$(($(wc -c < "$2") + 45))
    printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-08T02:30:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n' "$1" "$size"
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n'
    cat "$2"
    printf '\r\n\r\n'
}
names() { grep -o '"source":"[^"]*"\(,"url":"[^"]*"\)\?\(,"captured":"[^"]*"\)\?'; }
record https://a.vn/call "$P/call.txt" | gzip -n > one.gz
record https://a.vn/talks "$P/talks.txt" | gzip -n | head -c 300 > two.gz
record https://a.vn/garden "$P/garden.txt" | gzip -n > three.gz
cat one.gz two.gz three.gz > a.warc.gz
placed() { sed "s/byte $(wc -c < one.gz)/byte SECOND/"; }
"$B" --lang en read a.warc.gz > out 2> said; echo "exit $?"
placed < said
names < out | sed "s/#$(($(wc -c < one.gz) + 300))/#THIRD/"
"$B" read - < one.gz | names
"$B" explain "a.warc.gz#0" > explained; echo "exit $?, $(head -c 0 explained; grep -c . < explained | sed 's/^0$/nothing/; s/^[1-9].*/something/')"
mkdir -p pages/talks_files && cp "$P/talks.txt" pages/talks.html && cp "$P/call.txt" pages/talks_files/frame.html && echo 'p{}' > pages/a.css
python3 -m zipfile -c a.zip pages/talks.html pages/a.css
printf '{"url":"https://a.vn/1","ts":"20240508023000","published":"2024-05-08","title":"Hai bên hội đàm","text":"Hai bên trao đổi."}\n{"url":\n' > a.jsonl
printf 'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\nDate: Wed, 8 May 2024 09:30:00 +0700\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://a.vn/2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHai b=C3=AAn =\r\ntrao =C4=91=E1=BB=95i.\r\n--b--\r\n' > a.mhtml
"$B" --lang en read pages a.zip '*.jsonl' a.mhtml no*.warc > out; echo "exit $?"
names < out
printf 'a.mhtml\0a.zip\0' > list
"$B" read --files0-from list | names
"$B" read --files0-from - < list | names
"$B" --lang en add -q --files0-from list a.warc.gz 2> said; echo "exit $?"
placed < said
printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n' > none.warc
"$B" --lang en read none.warc; echo "exit $?"
