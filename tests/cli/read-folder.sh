# A folder: a link to a file in it is a page, one to nowhere is told, one to a folder is not followed; a folder without a page is told.
mkdir pages elsewhere empty
cp "$P/garden.txt" elsewhere/garden.txt
ln -s ../elsewhere/garden.txt pages/garden.txt
ln -s ../elsewhere pages/more
"$B" --lang en read pages | grep -o '"source":"[^"]*"'
ln -s nowhere pages/gone.txt
"$B" --lang en read pages | grep -o '"source":"[^"]*"'
"$B" --lang en read empty elsewhere | grep -o '"source":"[^"]*"'
"$B" --lang en read empty
echo "read $?"
"$B" --lang en add empty
echo "add $?"
: | "$B" --lang en read --files0-from=-
echo "names $?"
