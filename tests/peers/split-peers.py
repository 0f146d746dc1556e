"""10^6 households shared out to the fen: ours, numpy, votelib, and ours through the component, in one run.

Usage: split-peers.py OUR_PROGRAM PLUGINS FOLDER ROUNDS. What is compared is the least processor time of many turns (see
turns.py). numpy must give every household the same fen as we do, ties by weight and then by row, or there is no figure.
votelib names ties without deciding them, so its sum and its shares within a fen are held against ours. It is too slow for
10^6 households: it is measured at 10^3 and 10^4 and carried on by its own growth between the two; what is compared is the
kinder figure, a hundred times its time at 10^4, as if it grew with the households alone.

Through the component and natively the whole procedure is done over 20,000 households: started, given another amount, its
page, its conclusion in both languages, with the checks of the host on either side.

The last line is the least of three margins, each its measured factor over the wanted one: 2 over numpy, 200 over votelib,
and 2 over the component's time in native times. 1 or more holds all three.
"""

import sys
import time
from pathlib import Path

import numpy
from turns import Program, clocked, milliseconds, take_turns
from votelib.evaluate.proportional import LargestRemainder

HOUSEHOLDS = 1_000_000
FEN = 123_456_789_012
LARGEST = 20_000
program, plugins, folder, rounds = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])

# Areas from 30 to 130 square metres in hundredths: many households of one area, so that ties are the rule.
chance = numpy.random.default_rng(283)
weights = chance.integers(3_000, 13_000, HOUSEHOLDS, dtype=numpy.int64)
weights.tofile(folder / "weights")


def parts(units, weights):
    whole = int(weights.sum())
    exact = units * weights
    floors = exact // whole
    remainders = exact - floors * whole
    return floors, remainders, units - int(floors.sum())


def by_sorting(units, weights):
    """As one would write it: all households in order of remainder, weight and row."""
    shares, remainders, left = parts(units, weights)
    order = numpy.lexsort((numpy.arange(len(weights)), -weights, -remainders))
    shares[order[:left]] += 1
    return shares


def by_partition(units, weights):
    """The quickest numpy we found: only the ties at the last coin are sorted."""
    shares, remainders, left = parts(units, weights)
    if left == 0:
        return shares
    at = len(weights) - left
    last = numpy.partition(remainders, at)[at]
    above = remainders > last
    shares[above] += 1
    ties = numpy.flatnonzero(remainders == last)
    order = numpy.lexsort((ties, -weights[ties]))
    shares[ties[order[: left - int(above.sum())]]] += 1
    return shares


ours = Program(program, plugins, folder / "weights", str(FEN), folder / "shares")
shares = numpy.fromfile(folder / "shares", dtype=numpy.int64)
assert int(shares.sum()) == FEN
for peer in (by_sorting, by_partition):
    assert (peer(FEN, weights) == shares).all(), f"numpy {peer.__name__} gives other shares"

# votelib counts in rationals of its own; its seats are our fen.
evaluator = LargestRemainder("hare")


def by_votelib(count):
    votes = dict(enumerate(weights[:count].tolist()))
    units = FEN // (HOUSEHOLDS // count)
    start = time.process_time_ns()
    seats = evaluator.evaluate(votes, units)
    took = time.process_time_ns() - start
    given = sum(seats.values())
    assert given == units, f"votelib hands out {given} of {units}"
    own = by_partition(units, weights[:count])
    households = [key for key in seats if isinstance(key, int)]
    assert all(abs(seats[key] - own[key]) <= 1 for key in households), "votelib's shares are not within a fen of ours"
    return took


turns = {
    "ours": ours.turn("split"),
    "numpy, sorting": clocked(lambda: by_sorting(FEN, weights)),
    "numpy, partition": clocked(lambda: by_partition(FEN, weights)),
}
for side in ("host", "native"):
    for work in ("whole", "conclude"):
        turns[side, work] = ours.work(side, work, LARGEST)
        # Once before, for the roll is made at the first word about it.
        turns[side, work]()
least = take_turns(turns, rounds)
small, large = (min(by_votelib(count) for _ in range(3)) for count in (1_000, 10_000))
growth = large / small
votelib = large * 100

quickest = min(least["numpy, sorting"], least["numpy, partition"])
over_numpy, over_votelib = quickest / least["ours"], votelib / least["ours"]
wasm = least["host", "whole"] / least["native", "whole"]
print(f"{HOUSEHOLDS:,} households, the least of {rounds} rounds")
print(f"ours              {milliseconds(least['ours'])}")
for name in ("numpy, sorting", "numpy, partition"):
    print(f"{name:17} {milliseconds(least[name])}  ({least[name] / least['ours']:.1f} times ours)")
print(
    f"votelib        >= {milliseconds(votelib)}  ({over_votelib:,.0f} times ours): {milliseconds(large)} at 10^4, a hundred "
    f"times that; it grew {growth:.1f} times from 10^3, which carried on makes {milliseconds(large * growth**2)}"
)
for work, name in (("whole", "the whole procedure"), ("conclude", "of it the conclusion in both languages")):
    component, native = least["host", work], least["native", work]
    print(f"{LARGEST:,} households, {name}: component {milliseconds(component)}, native {milliseconds(native)}"
          f"  ({component / native:.2f} times)")
margin = min(over_numpy / 2, over_votelib / 200, 2 / wasm)
print(f"{margin:.2f}")
