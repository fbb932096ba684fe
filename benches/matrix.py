"""How many faults are tried, in how many reads of how many states of the account, without a wrong verdict."""

import os
import re

from measure import Failed, output, program, say
from table import Row

# What the two tests say on the console, for an emulator and for a real account.
TESTS = {"emulator": ["--test", "it", "--", "matrix::no_fault"], "real account": ["--lib", "--", "tests::matrix::whichever"]}
SAYS = re.compile(r"^(\d+) combinations of ", re.MULTILINE)


def figures(root):
    cargo = program("cargo")
    return [row for kind, test in TESTS.items() for row in tried(cargo, root, kind, test)]


def tried(cargo, root, kind, test):
    """With every fault in every read. A wrong verdict fails the test, and so the measurement."""
    say(f"matrix: tries the faults of {kind}")
    every_fault = os.environ | {"MSL_EVERY_FAULT": "1"}
    said = output([cargo, "test", "--quiet", "--workspace", *test, "--nocapture"], cwd=root, env=every_fault)
    found = SAYS.search(said)
    if not found:
        raise Failed(f"the matrix for {kind} does not say how large it is:\n{said}")
    return [Row(f"fault matrix, {kind}: combinations without a wrong verdict", found[1])]
