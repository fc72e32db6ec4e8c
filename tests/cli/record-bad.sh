# Files that are no record, or of a newer version, are refused and stay as they were; exit 4.
en() { "$B" --lang en "$@"; echo "exit $?"; }
echo 'chỉ là chữ' > text.db; cp text.db text.copy
en -d text.db add -q "$P/call.txt"
en -d text.db timeline
cmp text.db text.copy && echo unchanged
"$B" -d ours.db add -q "$P/call.txt"
cp ours.db other.db; printf '\001\002\003\004' | dd of=other.db bs=1 seek=68 conv=notrunc 2> /dev/null; cp other.db other.copy
en -d other.db add -q "$P/talks.txt"
cmp other.db other.copy && echo unchanged
cp ours.db newer.db; printf '\000\000\000\143' | dd of=newer.db bs=1 seek=60 conv=notrunc 2> /dev/null; cp newer.db newer.copy
en -d newer.db add -q "$P/talks.txt"
en -d newer.db timeline
cmp newer.db newer.copy && echo unchanged
: > empty.db
en -d empty.db timeline
en -d missing.db timeline
[ -e missing.db ] || echo not made by reading
mkdir folder.db
en -d folder.db add -q "$P/talks.txt"
en -d no/such/place.db add -q "$P/talks.txt"
