# Notes by reason; a page without any gives exit 1.
"$B" add -q "$P/garden.txt"
"$B" --lang en notes; echo "exit $?"
