# States, channels and types as people call them; what is called nothing is told, with what there is; near misses are named.
"$B" add -q "$P"
count() { "$B" timeline --json "$@" | grep -c '"id"'; }
echo "Nga $(count --country Nga) nga,việt nam $(count --country 'nga,việt nam') russian federation $(count --country 'russian federation')"
echo "with Nga $(count --with Nga) with lao $(count --with lao) with LA $(count --with LA)"
echo "Ngoại giao $(count --channel 'Ngoại giao') ngoai giao $(count --channel 'ngoai giao') foreign_ministry $(count --channel foreign_ministry)"
echo "hội đàm $(count --type 'hội đàm') talks $(count --type talks)"
"$B" people --country nga --json | grep -c '"id"'
try() { "$B" "$@"; echo "exit $?"; }
try timeline --country Atlantis
try --lang en timeline --country 'Nga,Atlantis'
try timeline --channel parlament
try --lang en review --type chat
try facts --with 'Việt Nam'
try --lang en brief --with VN
try ledger --with Nga --bound Lào
try --lang en ledger --with Nga --bound Lào
try facts --with Trung Quốc
try timelin
try --lang en timeline --contry RU
try show v
try show v0000000
try help nothing
try help undo --lang en
try -d none.db timeline
# Days as tables have them.
echo "from 01/03/2025 $(count --from 01/03/2025) to 1/3/2025 $(count --to 1/3/2025) from 03/2025 $(count --from 03/2025)"
"$B" facts --with Nga --as-of 31/12/2025 | head -1
try facts --with Nga --as-of 32/12/2025
try timeline --from 13/2025
try --lang en timeline --to yesterday
