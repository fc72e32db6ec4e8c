# The figures of score.py: over the sample pages, computed twice where Python is there.
cat > gold.jsonl <<'G'
{"doc":"talks.txt","negative":false,"body_lines":[[6,6],[8,8],[10,10],[12,12]],"main_event":{"type":"talks","date":"2025-03-12","place":"Hà Nội","status":"held","sides":["VN","RU"],"participants":[{"name":"Nguyễn Minh Vũ","office":"Thứ trưởng Bộ Ngoại giao"},{"name":"Andrey Rudenko","office":"Thứ trưởng Bộ Ngoại giao"}]},"other_events":[{"type":"visit","date":"2024","participants":[{"name":"Ai Đó"}]}],"statements":[{"speaker":"both","act":"agrees","content_start":"thúc đẩy trao đổi đoàn"},{"speaker":"Nguyễn Minh Vũ","act":"proposes","content_start":"phía Nga tạo thuận lợi"},{"speaker":"A. Rudenko","act":"affirms","content_start":"Nga coi trọng"},{"speaker":"both","act":"agrees","content_start":"không có trong bài"}]}
{"doc":"garden","negative":true}
{"doc":"call.txt","negative":false,"main_event":{"type":"call","date":null,"accept_date":["2025-06-02"],"sides":["VN","LA"],"participants":[{"name":"Bùi Thanh Sơn","office":"Bộ trưởng Ngoại giao"},{"name":"Người Khác"}]}}
G
"$B" score gold.jsonl "$P" --errors > ours
score_py=${SCORE_PY:-$root/tools/score.py}
if command -v python3 > /dev/null && [ -f "$score_py" ]; then
    "$B" read "$P" > read.jsonl
    python3 "$score_py" gold.jsonl "$P" read.jsonl --errors > theirs
    diff theirs ours
    python3 "$score_py" gold.jsonl "$P" read.jsonl --json > theirs.json
    "$B" score gold.jsonl "$P" --json > ours.json
    python3 -c 'import json; a, b = (json.load(open(n)) for n in ("theirs.json", "ours.json")); print(a == b and list(a) == list(b))' > same
    [ "$(cat same)" = True ] || diff theirs.json ours.json
fi
cut -c1-28 ours | grep -v '	' | sed 's/ *$//'
echo '{"doc":"nowhere","negative":true}' > bad.jsonl
"$B" --lang en score bad.jsonl . ; echo "exit $?"
echo '{"doc":' > bad.jsonl
"$B" --lang en score bad.jsonl . 2>&1 | sed 's/line 1: .*/line 1: …/'
"$B" --lang en score gone.jsonl . ; echo "exit $?"
"$B" score gold.jsonl "$P" --by type
"$B" score gold.jsonl "$P" --by rule --json | sort
"$B" score gold.jsonl "$P" --by luck ; echo "exit $?"
