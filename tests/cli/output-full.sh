# Output that cannot be written is an error, not a silence.
[ -w /dev/full ] || { echo "no /dev/full"; exit 77; }
"$B" --lang en read "$P/talks.txt" > /dev/full
echo "exit $?"
