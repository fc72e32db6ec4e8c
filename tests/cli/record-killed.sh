# kill -9 at any moment: no half page, nothing acknowledged is lost, and adding again brings the rest.
mkdir pages
i=0
while [ $i -lt 60 ]; do sed "s/12\/3\/2025/$((i % 28 + 1))\/$((i / 28 + 1))\/2025/" "$P/talks.txt" > pages/$i.txt; i=$((i + 1)); done
"$B" -d whole.db add -q pages
"$B" -d whole.db timeline --json > expect
for wait in 0.01 0.03 0.06; do
    rm -f cut.db*
    "$B" -d cut.db add -q pages 2> /dev/null & job=$!
    sleep $wait
    kill -9 $job 2> /dev/null
    wait $job 2> /dev/null
    # killed before its tables were committed, the file is still empty, and says so
    [ ! -s cut.db ] || "$B" -d cut.db verify -q 2> said || grep -q 'is empty' said || echo "broken after $wait"
    "$B" -d cut.db add -q pages && "$B" -d cut.db verify -q && "$B" -d cut.db timeline --json | cmp - expect && echo whole again
done
