# A phrase that stands twice in a class of one's own file is told with file and line; the built-in data can be opened.
mkdir -p mine/lexicon
printf '@class MINE\nmột hai ba\tX\nbốn năm\tY\nmột hai ba\tZ\n' > mine/lexicon/x.txt
"$B" --lang en lexicon check --data mine 2> said | grep x.txt
sed 's/ has .*//' said
"$B" --lang en lexicon check --data mine --json 2> /dev/null | grep x.txt
# An attribute behind a blank would be part of the value, and nobody's.
printf '@class MINE\nmột hai ba\tX weak=yes\nbốn năm\tY\tweak=yes\n' > mine/lexicon/x.txt
"$B" --lang en lexicon check --data mine 2> /dev/null | grep x.txt
"$B" --lang en lexicon check --data no-such-folder > out 2>&1; [ $? -gt 0 ] && echo refused
