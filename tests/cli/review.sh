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
grep -c '^Nghi ' screens
"$B" -d a.db timeline | cmp - before && echo as before
printf 'm %s\nu\n' "$other" | "$B" -d a.db review > /dev/null 2> err; echo "exit $?"
ids < err
"$B" -d a.db timeline | cmp - before && echo as before
# what was accepted or rejected does not come again
printf 'y\nn\n' | "$B" -d a.db review -q > /dev/null
for i in $(seq 99); do echo s; done | "$B" -d a.db --json review -q | wc -l | { read left; [ "$left" = $((n - 2)) ] && echo two less; }
"$B" -d a.db review --country RU -q < /dev/null 2> /dev/null | sed -n 2p | ids | cut -d' ' -f1
# at a terminal: keys without a line's end; an edit asks for a line; Ctrl-C ends it
python3 - "$B" <<'PY'
import os, pty, sys, time, select
pid, fd = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], [sys.argv[1], "-d", "a.db", "review"])
seen = b""
def until(words, limit=20):
    global seen
    end = time.time() + limit
    while words not in seen and time.time() < end:
        if select.select([fd], [], [], 0.2)[0]:
            try: seen += os.read(fd, 65536)
            except OSError: break
    found = words in seen
    seen = seen[seen.find(words) + len(words):] if found else seen
    return found
print("prompt", until("[q] thôi ".encode()))
os.write(fd, b"s"); print("skipped", until("[q] thôi ".encode()))
os.write(fd, b"e"); print("asked", until("GIÁ_TRỊ: ".encode()))
os.write(fd, "place=Huế\n".encode()); print("corrected", until("sửa: Huế".encode()) and until("[q] thôi ".encode()))
os.write(fd, b"u"); print("undone", until("[q] thôi ".encode()))
os.write(fd, b"\x03"); print("ended", until("0 quyết định".encode()))
print("exit", os.waitpid(pid, 0)[1])
PY
"$B" -d no.db review < /dev/null; echo "exit $?"
