# Bad pages are reported, the others are added; exit 3.
: > empty.txt
cp "$P/call.txt" "$P/talks.txt" .
"$B" --lang en add call.txt empty.txt gone.txt talks.txt 2> said
echo "exit $?"
sed 's/; .*//' said
mkdir nothing
"$B" --lang en add nothing; echo "exit $?"
