# Somebody looks the contacts over, the least certain first: a command a line where there is no terminal, a key at one.
export BANGGIAO_USER=An SOURCE_DATE_EPOCH=1764460800
ids() { sed 's/\([dvsp]\)[0-9a-f]\{10,16\}/\1X/g'; }
"$B" -d a.db add -q "$P" "$root/samples"
n=$("$B" -d a.db timeline --json | wc -l)
"$B" -d a.db timeline > before
# each comes once, the most doubtful first
for i in $(seq 99); do echo s; done | "$B" -d a.db --json review 2> err | grep -o '^{"doubt":[0-9]*' | sed 's/.*://' > doubts
[ "$(wc -l < doubts)" = "$n" ] && sort -rn doubts | cmp - doubts && echo each once, in order
cat err
# accept, reject with a note, a wrong key, edit, undo, join with a given id
first=$("$B" -d a.db --json review -q < /dev/null | grep -o '"id":"v[0-9a-f]*"' | head -1)
other=$("$B" -d a.db timeline --json | grep -v "^{$first" | tail -1 | sed 's/.*"id":"\([^"]*\)".*/\1/')
printf 'y\nn bịa\nx\ne place=Huế\ne place\ne colour=red\nm\nu\nu\nu\nu\nu\nq\n' | "$B" -d a.db review > screens 2> err; echo "exit $?"
ids < err
grep -c '^Điểm nghi ' screens
"$B" -d a.db timeline | cmp - before && echo as before
printf 'm %s\nu\n' "$other" | "$B" -d a.db review > /dev/null 2> err; echo "exit $?"
ids < err
"$B" -d a.db timeline | cmp - before && echo as before
# what was accepted or rejected does not come again
printf 'y\nn\n' | "$B" -d a.db review -q > /dev/null
for i in $(seq 99); do echo s; done | "$B" -d a.db --json review -q | wc -l | { read left; [ "$left" = $((n - 2)) ] && echo two less; }
"$B" -d a.db review --country RU -q < /dev/null 2> /dev/null | sed -n 2p | ids | cut -d' ' -f1
"$B" -d no.db review < /dev/null; echo "exit $?"
