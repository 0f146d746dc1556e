"""10^6 households shared out to the fen: ours, numpy, votelib, and ours through the component, in one run.

Usage: split-peers.py OUR_PROGRAM FOLDER ROUNDS. All take turns in every round, another one first each time; medians are
compared. numpy must give every household the same fen as we do, ties by weight and then by row, or there is no figure.
votelib names ties without deciding them, so its sum and its shares within a fen are held against ours. It is too slow for
10^6 households: it is measured at 10^3 and 10^4 and carried on by its own growth between the two; what is compared is the
kinder figure, a hundred times its time at 10^4, as if it grew with the households alone.

The last line is the least of three margins, each its measured factor over the wanted one: 2 over numpy, 200 over votelib,
and 2 over the component's time in native times. 1 or more holds all three.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy
from votelib.evaluate.proportional import LargestRemainder

HOUSEHOLDS = 1_000_000
FEN = 123_456_789_012
program, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])

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


ours = subprocess.Popen(
    [program, folder / "weights", str(FEN), folder / "shares"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
)


def ask(word):
    ours.stdin.write(word + "\n")
    answer = ours.stdout.readline()
    if not answer:
        sys.exit("our program gave up")
    return int(answer)


def clocked(work):
    def run():
        start = time.perf_counter_ns()
        work()
        return time.perf_counter_ns() - start

    return run


ask("split")
shares = numpy.fromfile(folder / "shares", dtype=numpy.int64)
assert int(shares.sum()) == FEN
for peer in (by_sorting, by_partition):
    assert (peer(FEN, weights) == shares).all(), f"numpy {peer.__name__} gives other shares"

# votelib counts in rationals of its own; its seats are our fen.
evaluator = LargestRemainder("hare")


def by_votelib(count):
    votes = dict(enumerate(weights[:count].tolist()))
    units = FEN // (HOUSEHOLDS // count)
    start = time.perf_counter_ns()
    seats = evaluator.evaluate(votes, units)
    took = time.perf_counter_ns() - start
    given = sum(seats.values())
    assert given == units, f"votelib hands out {given} of {units}"
    own = by_partition(units, weights[:count])
    households = [key for key in seats if isinstance(key, int)]
    assert all(abs(seats[key] - own[key]) <= 1 for key in households), "votelib's shares are not within a fen of ours"
    return took


turns = {
    "ours": lambda: ask("split"),
    "numpy, sorting": clocked(lambda: by_sorting(FEN, weights)),
    "numpy, partition": clocked(lambda: by_partition(FEN, weights)),
    "component": lambda: ask("component"),
    "native": lambda: ask("native"),
}
times = {name: [] for name in turns}
for at in range(rounds):
    names = list(turns)
    for name in names[at % len(names):] + names[: at % len(names)]:
        times[name].append(turns[name]())
median = {name: statistics.median(taken) for name, taken in times.items()}
small, large = (min(by_votelib(count) for _ in range(3)) for count in (1_000, 10_000))
growth = large / small
votelib = large * 100

milliseconds = lambda nanoseconds: f"{nanoseconds / 1e6:,.2f} ms"
quickest = min(median["numpy, sorting"], median["numpy, partition"])
over_numpy, over_votelib = quickest / median["ours"], votelib / median["ours"]
wasm = median["component"] / median["native"]
print(f"{HOUSEHOLDS:,} households, medians of {rounds} rounds")
print(f"ours              {milliseconds(median['ours'])}")
for name in ("numpy, sorting", "numpy, partition"):
    print(f"{name:17} {milliseconds(median[name])}  ({median[name] / median['ours']:.1f} times ours)")
print(
    f"votelib        >= {milliseconds(votelib)}  ({over_votelib:,.0f} times ours): {milliseconds(large)} at 10^4, a hundred "
    f"times that; it grew {growth:.1f} times from 10^3, which carried on makes {milliseconds(large * growth**2)}"
)
print(f"20,000 households, both languages, with the host's checks: component {milliseconds(median['component'])}, "
      f"native {milliseconds(median['native'])}  ({wasm:.2f} times)")
margin = min(over_numpy / 2, over_votelib / 200, 2 / wasm)
print(f"{margin:.2f}")
