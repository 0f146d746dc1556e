# What the proofs of sharing out and of plugin calls need; sourced. Sets $root, $place, $rounds and $program (our side).
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
place=$root/target/peers
stop() { printf 'tests/proof: %s\n' "$1" >&2; exit 2; }

command -v python3 >/dev/null || stop "no python3; install it with its venv module"
mkdir -p "$place/data"
program=$(cargo bench --quiet --locked --no-run --package fangzhuo-procedure --bench peers --message-format json |
    sed -n 's/.*"name":"peers".*"executable":"\([^"]*\)".*/\1/p') && [ -x "$program" ] ||
    stop "the program that takes our turns cannot be built"
