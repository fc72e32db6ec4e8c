# Asked to stop, add keeps what it has read; the same again brings the rest. Files that nobody can take for pages are counted, known pages named up to twenty.
mkdir pages
i=0
while [ $i -lt 60 ]; do sed "s/12\/3\/2025/$((i % 28 + 1))\/$((i / 28 + 1))\/2025/" "$P/talks.txt" > pages/$i.txt; i=$((i + 1)); done
"$B" -d whole.db add -q pages
"$B" -d whole.db timeline --json > expect
for wait in 0.01 0.03 0.06; do
    rm -f cut.db*
    "$B" -d cut.db add pages 2> said & job=$!
    sleep $wait
    kill -TERM $job 2> /dev/null
    wait $job 2> /dev/null
    "$B" -d cut.db add -q pages && "$B" -d cut.db verify -q && "$B" -d cut.db timeline --json | cmp - expect && echo whole again
done
: > pages/minutes.pdf
: > pages/more.JSON
: > pages/photo.jpg
"$B" -d whole.db add pages 2> said
grep -c 'đã có trong hồ sơ, không' said
tail -3 said
mkdir other
: > other/minutes.pdf
"$B" --lang en -d whole.db add other; echo "exit $?"
