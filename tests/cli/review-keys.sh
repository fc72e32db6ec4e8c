# Contacts looked over at a terminal: keys without a line's end; an edit asks for a line; Ctrl-C ends it
python3 -c 'import pty; pty.openpty()' 2> /dev/null || { echo 'no terminal can be had here (/dev/pts)'; exit 77; }
export BANGGIAO_USER=An SOURCE_DATE_EPOCH=1764460800
"$B" -d a.db add -q "$P" "$root/samples"
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
