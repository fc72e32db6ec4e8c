# body.awk: data/html/body.txt, roles.txt, words.txt → the tables of src/article/trained.c, roles.c, words.c. Words become numbers, their first letter in the highest byte.
BEGIN { for (i = 32; i < 127; i++) code[sprintf("%c", i)] = i }
function number(word,    hex, i) {
    if (substr(word, 1, 1) == "<") return "(uint64_t)'<' << 56 | BG_TAG_" substr(word, 2)
    hex = "0x"
    for (i = 1; i <= 8; i++) hex = hex sprintf("%02x", i <= length(word) ? code[substr(word, i, 1)] : 0)
    return hex "u"
}
function answer(group, of) { return group == "block" || group == "parent" ? "BG_TAG_" of : of }
$1 == "line" { printf "LINE(BG_BODY_%s + %s, %d, %d)\n", $2, answer($2, $3), $4, $5 }
$1 == "name" { printf "NAME(%s, %d, %d, %d, %d)\n", number($2), $3, $4, $5, $6 }
FILENAME ~ /words\.txt/ && NF > 1 && !/^#/ {
    printf "WORDS(%s", $1
    for (i = 2; i <= NF; i++) {
        gsub(/\\_/, "\001", $i); gsub(/_/, " ", $i); gsub(/\001/, "_", $i)
        printf ", \"%s\"", $i
    }
    print ")"
}
FILENAME ~ /roles/ && !/^#/ { for (i = 2; i <= NF; i++) { word = number($i); if (!(word in role)) { role[word] = 1; print "ROLE(" word ", NAMED_" toupper($1) ")" | "LC_ALL=C sort" } } }
