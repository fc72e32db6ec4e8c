# A sound record verifies; a damaged file is told.
"$B" add -q "$P"
"$B" --lang en verify 2>&1 | sed 's/, [0-9]* ranges/, N ranges/'
"$B" verify --quiet; echo "exit $?"
dd if=/dev/zero of=banggiao.db bs=4096 seek=2 count=6 conv=notrunc 2> /dev/null
"$B" verify --quiet > said 2>&1
case $? in 1|4) echo damage told ;; *) echo "exit $?"; cat said ;; esac
