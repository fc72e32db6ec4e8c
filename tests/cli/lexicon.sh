# The built-in lexicon is sound; a wrong file of one's own is told with its line.
"$B" --lang en lexicon check; echo "exit $?"
