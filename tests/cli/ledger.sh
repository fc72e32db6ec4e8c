# The ledger: a table, JSON with links, one thread, since a contact, and what is wrong.
cp -r "$root/samples" samples && "$B" add -q samples
"$B" ledger --with Lào --as-of 2025-03-01 --due | head -6 | tr -s ' '
count() { "$B" ledger --json --with LA "$@" 2>/dev/null | grep -c "$WHAT"; }
WHAT='"id"' && echo "all $(count --as-of 2025-03-01)"
echo "earlier $(count --as-of 2024-01-08)"
WHAT='"status":"done' && echo "done $(count --as-of 2025-03-01)"
WHAT='"status":"overdue' && echo "overdue $(count --as-of 2024-11-01) $(count --as-of 2025-12-31)"
WHAT='"status":"silent' && echo "silent $(count --as-of 2025-03-01 --silent 6) $(count --as-of 2025-03-01 --silent 24)"
WHAT='"id"' && echo "since the talks $(count --as-of 2025-03-01 --since-last 'hoi dam')"
ID=$("$B" ledger --with LA --as-of 2025-03-01 --json | sed -n 's/^{"id":"\(c[0-9a-f]*\)".*"status":"done.*/\1/p' | head -1)
"$B" ledger "$ID" --as-of 2025-03-01
"$B" show "$ID" --as-of 2025-03-01 2>/dev/null | head -2
"$B" explain "$ID" | cut -c1-100 | head -6
"$B" ledger --with LA --as-of 2025-01-15 --bound Lào --before 2025-04-01 | tr -s ' '
"$B" ledger --with LA --as-of 2025-01-15 --bound both --before 2025-04-01 | sed -n 1p
"$B" ledger --with LA --as-of 2025-01-15 --before tomorrow; echo "exit $?"
"$B" ledger --with LA --as-of 2025-03-01 --lang en | tail -1
"$B" ledger --with Sao --as-of 2025-03-01; echo "exit $?"
"$B" ledger --with LA --as-of yesterday; echo "exit $?"
"$B" ledger --with LA --as-of 2025-03-01 --since-last 'không có'; echo "exit $?"
"$B" ledger --with LA --silent x; echo "exit $?"
"$B" ledger --with CL --as-of 2025-03-01; echo "exit $?"
"$B" ledger; echo "exit $?"
V=$("$B" timeline --country VN,LA --type committee_session --json | sed -n 's/^{"id":"\(v[0-9a-f]*\)".*"start":"2024-01-07".*/\1/p')
"$B" since "$V" --as-of 2025-03-01
"$B" since "$V" --as-of 2025-03-01 --json | grep -c '"change":"dropped"'
"$B" since v0000; echo "exit $?"
# The later of the two against the earlier is the same; before the first there is none.
W=$("$B" since "$V" --as-of 2025-03-01 | sed -n '2s/.*\(v[0-9a-f]*\)$/\1/p')
"$B" compare "$W" --session --as-of 2025-03-01 > back; "$B" since "$V" --as-of 2025-03-01 | cmp - back && echo "the same, $(wc -l < back) lines"
"$B" compare "$V" --session; echo "exit $?"
# What people closed is closed from that day on; what they rejected is no entry.
export SOURCE_DATE_EPOCH=1738368000
C=$("$B" ledger --with LA --as-of 2025-03-01 --json | sed -n 's/^{"id":"\(c[0-9a-f]*\)".*"status":"overdue.*/\1/p' | head -1)
"$B" close "$(echo "$C" | cut -c1-9)" --by Lan --note 'đã nộp phương án' > closed; echo "exit $?"
"$B" ledger "$C" --as-of 2025-03-01 | grep 'quyết định'
"$B" ledger "$C" --as-of 2025-01-15 | grep -c 'quyết định'
"$B" close c0000 --note x; echo "exit $?"
S=$("$B" ledger "$C" --as-of 2025-03-01 --json | sed -n 's/.*"statement":"\(s[0-9a-f]*\)".*/\1/p' | head -1)
before=$("$B" ledger --with LA --json --as-of 2025-03-01 | grep -c "\"statement\":\"$S\"")
"$B" reject "$S" --by Lan > rejected
echo "$before $("$B" ledger --with LA --json --as-of 2025-03-01 | grep -c "\"statement\":\"$S\"")"
# What both think of how things stand is no matter of the ledger; what both are to do is.
mkdir views
cat > views/a.txt <<'END'
Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào Bounma Sisoulath

Ngày 7/6/2024, tại Viêng Chăn, Thủ tướng Lâm Quốc Hải hội đàm với Thủ tướng Lào Bounma Sisoulath.

Hai Thủ tướng nhất trí cho rằng quan hệ hai nước đang phát triển tốt đẹp trên mọi lĩnh vực.

Hai Thủ tướng nhất trí xây dựng cầu hữu nghị thứ ba qua sông Mê Công.
END
"$B" -d v.db add -q views
"$B" -d v.db ledger --with LA --as-of 2024-08-01 --json | grep -o '"about":"[^"]*"' | sort -u
