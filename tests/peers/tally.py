"""Two measures over 10^6 ballots from memory: ours, duckdb on one thread, pandas, votelib, in one run.

Usage: tally.py OUR_PROGRAM FOLDER ROUNDS. All take turns in every round, another one first each time; medians are
compared. Every peer must come to the same heads and areas, or there is no figure. The last line is our time over
duckdb's.
"""

import statistics
import subprocess
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

import duckdb
import numpy
import pandas
from votelib.evaluate.threshold import RelativeThreshold

BALLOTS = 1_000_000
SIDES = range(4)
program, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])

# Yes, no, abstain, void; areas between 20 and 300 square metres in hundredths.
chance = numpy.random.default_rng(278)
choices = chance.choice(4, BALLOTS, p=[0.62, 0.25, 0.1, 0.03]).astype(numpy.uint8)
areas = chance.integers(2_000, 30_000, BALLOTS, dtype=numpy.int64)
choices.tofile(folder / "choices")
areas.tofile(folder / "areas")
frame = pandas.DataFrame({"choice": choices, "area": areas})
electorate = (BALLOTS * 5 // 4, int(areas.sum()) * 5 // 4)

ours = subprocess.Popen(
    [program, folder / "choices", folder / "areas"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
)


def ask(line):
    ours.stdin.write(line + "\n")
    return ours.stdout.readline().split()


database = duckdb.connect(":memory:")
database.execute("SET threads=1")
database.execute("CREATE TABLE ballots AS SELECT * FROM frame")
assert database.execute("SELECT current_setting('threads')").fetchone()[0] == 1
listed = list(zip(choices.tolist(), areas.tolist()))


def passed(sums):
    """More than half of those participating, two thirds of all, in both measures."""
    parts = [sum(sums[side][measure] for side in SIDES) for measure in (0, 1)]
    return all(
        3 * parts[measure] >= 2 * electorate[measure] and 2 * sums[0][measure] > parts[measure] for measure in (0, 1)
    )


def by_ours():
    answer = ask("tally")
    sums = {side: (int(answer[2 + 2 * side]), int(answer[3 + 2 * side])) for side in SIDES}
    return int(answer[0]), sums, answer[1] == "passed"


def timed(count):
    def run():
        began = time.perf_counter_ns()
        sums = count()
        verdict = passed(sums)
        return time.perf_counter_ns() - began, sums, verdict

    return run


def by_duckdb():
    rows = database.execute("SELECT choice, count(*), sum(area) FROM ballots GROUP BY choice").fetchall()
    return {side: (int(heads), int(area)) for side, heads, area in rows}


def by_pandas():
    sums = frame.groupby("choice")["area"].agg(["size", "sum"])
    return {int(side): (int(row["size"]), int(row["sum"])) for side, row in sums.iterrows()}


def by_votelib():
    """votelib takes votes already added up; adding them up is plain Python."""
    began = time.perf_counter_ns()
    heads, area = Counter(), Counter()
    for side, size in listed:
        heads[side] += 1
        area[side] += size
    more_than_half = RelativeThreshold(Fraction(1, 2), accept_equal=False)
    elected = all(0 in more_than_half.evaluate(dict(sums)) for sums in (heads, area))
    turnout = 3 * heads.total() >= 2 * electorate[0] and 3 * area.total() >= 2 * electorate[1]
    took = time.perf_counter_ns() - began
    return took, {side: (heads[side], area[side]) for side in SIDES}, elected and turnout


peers = {"ours": by_ours, "duckdb": timed(by_duckdb), "pandas": timed(by_pandas), "votelib": by_votelib}
slow = {"votelib": max(3, rounds // 10)}
took = {name: [] for name in peers}
found = {}
for turn in range(rounds):
    names = list(peers)
    for name in names[turn % 4 :] + names[: turn % 4]:
        if turn >= slow.get(name, rounds):
            continue
        nanoseconds, sums, verdict = peers[name]()
        took[name].append(nanoseconds)
        found[name] = (sums, verdict)
for name, answer in found.items():
    assert answer == found["ours"], f"{name} comes to {answer}, ours to {found['ours']}"
assert found["ours"][1], "the vote should pass"

medians = {name: statistics.median(times) for name, times in took.items()}
print(f"{BALLOTS:,} ballots, two measures, medians of {rounds} rounds (votelib {slow['votelib']}):")
for name, median in medians.items():
    print(f"  {name:8} {median / 1e6:9.3f} ms   best {min(took[name]) / 1e6:9.3f} ms")
one = ask("one")
print(f"one more ballot and the verdict, counts alone: {one[0]} ns, {one[1]} of 4 sides changed, {one[2]} thresholds")
for heads in (1_000, 10_000, 100_000, BALLOTS):
    nanoseconds, sides = ask(f"vote {heads}")
    print(f"one more ballot in a vote of {heads:>9,}: {nanoseconds} ns, {sides} of 4 sides changed")
ours.stdin.close()
ours.wait()
print(f"{medians['ours'] / medians['duckdb']:.3f}")
