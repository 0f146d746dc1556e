"""What a call of a procedure costs: through the program's host, by wasmtime alone, and as the same code built for this
machine, in one run.

Usage: plugin-speed.py OUR_PROGRAM PLUGINS FOLDER ROUNDS. What is compared is the least processor time of many turns (see
turns.py); before anything is measured the program holds the answers of all sides against each other.

1. One call: `update` and `view` of the shipped cost sharing over a roll of 1,000 and of 20,000 households. wasmtime alone
   gets the host's configuration, a fresh instance and typed functions, and checks nothing; its memory comes fresh from
   the system, where the host's instances live in a pool (the difference between the two is the pool's gain less the
   host's checks). No more than 1.2 times as much.
   (`init` also hashes the frozen data, and `conclude` is called twice and compared: there is no such call to hold them
   against. They count in the second part.)
2. The whole procedure over 20,000 households, beside its own sources built natively with the same checks of the host. No
   more than twice as much.
3. Reported: what an adoption takes, and the start of a program with all shipped procedures and nothing compiled yet.

The last line is the worse of both ratios over its bound; 1 or less holds.
"""

import sys
from array import array
from pathlib import Path

from turns import Program, milliseconds, take_turns

LARGEST = 20_000
# Each roll with how many calls make a turn, so that a turn is long beside its question.
ROLLS = {1_000: 10, LARGEST: 1}
CALLS = ("update", "view")

program, plugins, folder, rounds = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
areas = array("q", (3_000 + row * 7_919 % 9_973 for row in range(LARGEST)))
(folder / "areas").write_bytes(areas.tobytes())
ours = Program(program, plugins, folder / "areas", "123456789", folder / "parts")

turns = {}
for households, times in ROLLS.items():
    for side in ("host", "raw"):
        for call in CALLS:
            turns[side, call, households] = ours.work(side, call, households, times)
for side in ("host", "native"):
    for work in ("init", "update", "view", "conclude", "whole"):
        turns[side, work, LARGEST] = ours.work(side, work, LARGEST)
# Once before, for a roll is made at the first word about it.
for turn in turns.values():
    turn()
least = take_turns(turns, rounds)

worst = 0
for households in ROLLS:
    for call in CALLS:
        host, raw = least["host", call, households], least["raw", call, households]
        worst = max(worst, host / raw)
        print(f"{call:8} {households:6,} households: host {milliseconds(host)}, wasmtime alone {milliseconds(raw)}  ({host / raw:.2f} times)")
for work in ("init", "update", "view", "conclude", "whole"):
    host, native = least["host", work, LARGEST], least["native", work, LARGEST]
    print(f"{work:8} {LARGEST:6,} households: host {milliseconds(host)}, native {milliseconds(native)}  ({host / native:.2f} times)")
whole = least["host", "whole", LARGEST] / least["native", "whole", LARGEST]

adoption = min(ours.ask("adopt")[0] for _ in range(3))
begun = [ours.ask("begin") for _ in range(3)]
print(f"adoption of a Rust plugin, with its own cases: {milliseconds(adoption)}")
print(f"start with {begun[0][1]} procedures, nothing compiled yet: {milliseconds(min(taken for taken, _ in begun))}")
print(f"worst call {worst:.2f} times wasmtime alone (1.2 at most), whole procedure {whole:.2f} times native (2 at most)")
print(f"{max(worst / 1.2, whole / 2):.2f}")
