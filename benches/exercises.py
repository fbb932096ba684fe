"""What the tests of each exercise cost, and what those of all the book's exercises would (Linux)."""

import ctypes
import os
import re
import signal
import subprocess
from collections import defaultdict

from build import cpu_seconds
from measure import Failed, program, say
from table import Row, at_most

# The tests that try every exercise, and that say how long each piece of it took.
TESTS = ["golden::", "mistakes::", "needs::"]
# `MiniStack 4.3 hosting_off: 0.61 s`: an emulator, an exercise, and what was done with it.
SAYS = re.compile(r"^(MiniStack|moto) (\d+\.\S+) (.+): (\d+\.\d+) s", re.MULTILINE)
STEPS = {"on the way": "a step of the way", "with what it needs": "a chain of what is needed"}
STATE = "a state"

BOOK = 133  # exercises
STATES = 10  # of an exercise
FURTHER = 6  # seconds on two processors that one more exercise with so many states may cost
EMULATORS = 2
PROCESSORS = 2
BECOME_SUBREAPER = 36  # prctl(2)


def figures(root):
    cargo = program("cargo")
    test = [cargo, "test", "--workspace", "--test", "it"]
    _, said = cpu_of([*test, "--no-run"], root)
    say("exercises: walks the book in both emulators and tries every state, which takes minutes")
    cpu, said = cpu_of([*test, "--", "--nocapture", *TESTS], root)
    pieces = [(number, STEPS.get(what, STATE), float(seconds)) for _, number, what, seconds in SAYS.findall(said)]
    if not pieces:
        raise Failed(f"the tests do not say what each exercise took:\n{said}")
    # What a piece took depends on what else was at work; its share of everything does not.
    rate = cpu / sum(seconds for _, _, seconds in pieces)
    pieces = [(number, kind, seconds * rate / PROCESSORS) for number, kind, seconds in pieces]
    return [*of_each(pieces), *of_kinds(pieces), *of_the_book(pieces)]


def of_each(pieces):
    """A row for every exercise, in the book's order."""
    costs = defaultdict(list)
    for number, kind, seconds in pieces:
        costs[number].append((kind, seconds))
    rows = sorted(costs.items(), key=lambda item: order(item[0]))
    return [
        Row(f"tests of {number}, {count(kinds) // EMULATORS} states", f"{sum(seconds for _, seconds in kinds):.1f} s")
        for number, kinds in rows
    ]


def order(number):
    chapter, exercise = number.split(".")
    return int(chapter), re.sub(r"\d", "", exercise), int(re.sub(r"\D", "", exercise))


def count(kinds):
    return sum(kind == STATE for kind, _ in kinds)


def of_kinds(pieces):
    return [Row(f"{kind}, in one emulator", f"{mean(pieces, kind):.2f} s") for kind in [*STEPS.values(), STATE]]


def mean(pieces, kind):
    taken = [seconds for _, other, seconds in pieces if other == kind]
    return sum(taken) / len(taken)


def of_the_book(pieces):
    exercises = len({number for number, _, _ in pieces})
    now = sum(seconds for _, _, seconds in pieces)
    steps = sum(mean(pieces, kind) for kind in STEPS.values())
    further = EMULATORS * (steps + STATES * mean(pieces, STATE))
    return [
        Row(f"tests of {exercises} exercises", f"{now / 60:.1f} min"),
        Row(f"tests of {BOOK} exercises", f"{(now + (BOOK - exercises) * further) / 60:.1f} min"),
        at_most(f"a further exercise with {STATES} states", further, FURTHER, "s"),
    ]


def cpu_of(command, root):
    """The processor time of a command and of all that it starts, in seconds, and what it says.

    Emulators end shortly after the tests and are nobody's children then: they are waited for here.
    """
    if ctypes.CDLL(None, use_errno=True).prctl(BECOME_SUBREAPER, 1, 0, 0, 0) != 0:
        raise Failed(f"this process cannot wait for what its children start: {os.strerror(ctypes.get_errno())}")
    before = cpu_seconds()
    done = subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    signal.alarm(60)  # should something never end, this ends too
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        signal.alarm(0)
    if done.returncode != 0:
        raise Failed(f"`{' '.join(command[:5])}` ended with exit code {done.returncode}:\n{done.stdout}")
    return cpu_seconds() - before, done.stdout
