"""Taking turns with our program, by the processor time each turn uses: a machine with other work does not count against
anybody. All sides take turns in every round, another one first each time, and the least time of each is compared."""

import subprocess
import sys
import time


class Program:
    """Our side; see tests/peers/procedures.rs for the words it obeys."""

    def __init__(self, *words):
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        # The clock of another process's processor time, as clock_getcpuclockid(3) makes it.
        self.clock = (~self.process.pid << 3) | 2
        self.answer()

    def answer(self):
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit("our program gave up")
        return answer.strip()

    def ask(self, words):
        """What a turn takes, in nanoseconds of processor time over all its threads, and the answer."""
        start = time.clock_gettime_ns(self.clock)
        self.process.stdin.write(words + "\n")
        answer = self.answer()
        return time.clock_gettime_ns(self.clock) - start, answer

    def turn(self, words):
        return lambda: self.ask(words)[0]

    def work(self, side, work, households, times=1):
        """A turn of so many times the work, counted for one."""
        words = f"{side} {work} {households} {times}"
        return lambda: self.ask(words)[0] / times


def clocked(work):
    """A turn of this process."""

    def run():
        start = time.process_time_ns()
        work()
        return time.process_time_ns() - start

    return run


def take_turns(turns, rounds):
    """The least time of each turn, in nanoseconds."""
    least = {}
    names = list(turns)
    for at in range(rounds):
        first = at % len(names)
        for name in names[first:] + names[:first]:
            taken = turns[name]()
            least[name] = min(taken, least.get(name, taken))
    return least


def milliseconds(nanoseconds):
    return f"{nanoseconds / 1e6:,.3f} ms"
