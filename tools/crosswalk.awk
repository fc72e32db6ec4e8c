# crosswalk.awk: a file of data/crosswalk → the table of src/view/crosswalk.c: a line a row, ROW("column", NULL, …). "a|b" in a column of events.txt makes a row of each.
BEGIN { FS = "\t" }
function quoted(text) { return text == "-" || text == "" ? "NULL" : "\"" text "\"" }
/^@version/ { split($0, at, " "); print "VERSION(\"" at[2] "\")"; next }
/^#/ || !NF { next }
FILENAME !~ /events\.txt/ { row = quoted($1); for (i = 2; i <= NF; i++) row = row ", " quoted($i); print "ROW(" row ")"; next }
{
    keys = split($2, key, "|"); degrees = split($3, degree, "|"); roles = split($4, role, "|")
    for (k = 1; k <= keys; k++) for (d = 1; d <= degrees; d++) for (r = 1; r <= roles; r++) {
        row = quoted($1) ", " quoted(key[k]) ", \"" degree[d] "\", \"" role[r] "\", \"" $5 "\""
        for (i = 6; i <= 12; i++) row = row ", " quoted($i)
        print "ROW(" row ")"
    }
}
