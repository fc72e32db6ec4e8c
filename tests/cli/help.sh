# Every command has help with three examples in both languages, a manual page and a place in the completion.
for c in $("$B" --lang en --help | sed '/^Options/,$d' | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
    en=$("$B" --lang en "$c" --help | sed -n '/^Examples/,$p' | grep -c '^  banggiao ')
    vi=$("$B" "$c" --help | sed -n '/^Ví dụ/,$p' | grep -c '^  banggiao ')
    man=$(ls "$root/man/banggiao-$c.1" > /dev/null 2>&1 && echo man)
    comp=$(grep -qw "$c" "$root/completions/banggiao.bash" && echo completion)
    options=$("$B" --lang en "$c" --help | grep -o -- '--[a-z0-9-]*' | sort -u | tr -d '\n')
    for o in $(echo "$options" | sed 's/\(^\|[^-]\)--/\1 /g'); do grep -q -- "--$o" "$root/completions/banggiao.bash" || echo "$c: --$o is not in the completion"; done
    for o in $("$B" --lang en "$c" --help | sed -n '/^Options/,/^$/p' | grep -o -- '--[a-z0-9-]*'); do
        grep -q -- "$(echo "$o" | sed 's/-/\\\\-/g')" "$root/man/banggiao-$c.1" "$root/man/banggiao.1" || echo "$c: $o is not in the manual"
    done
    echo "$c $en $vi $man $comp"
done
# What can be exported is one list: help, manual page and completion have all of it.
for f in $("$B" --lang en export --help | sed -n '/^Formats/,/^$/p' | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
    grep -q -- "^\.B $(echo "$f" | sed 's/-/\\\\-/g')\$" "$root/man/banggiao-export.1" || echo "$f is not in the manual"
    grep -E '^ *export\)' "$root/completions/banggiao.bash" | grep -qw -- "$f" || echo "$f is not in the completion"
    echo "export $f"
done
# The overview has every command, of whatever group, and so has the manual page.
for c in $(sed -n 's/^    {"\([a-z]*\)", cmd_.*/\1/p' "$root/cli/commands.c"); do
    "$B" --help | grep -q "^  $c " || echo "$c is in no group of the help"
    grep -q "banggiao.-$c (1)" "$root/man/banggiao.1" || echo "$c is not in banggiao(1)"
done
