# Wrong usage: exit 2, said in both languages.
try() { "$B" "$@"; echo "exit $?"; }
try --lang en frobnicate
try frobnicate
try --lang en show
try --lang en show a b
try --lang en timeline --colour
try --lang en timeline --from
try --lang en read
try --lang de timeline
try --lang en lexicon mend
BANGGIAO_LANG=en "$B" nonsense; echo "exit $?"
"$B" > /dev/null 2> said; echo "exit $?"; head -1 said
"$B" --version | sed 's/[0-9.]*$/N/'
