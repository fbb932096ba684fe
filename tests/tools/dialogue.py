"""Runs a program on a terminal of its own, answers its questions, and prints all that it showed.

Usage: python -I dialogue.py ANSWERS PROGRAM ARGUMENT...

ANSWERS are lines of a pattern, a tab and the keys to send when the pattern has been shown; each is taken once, in
order. In the keys, \\xNN is a character, and a group of digits N in the pattern repeats what stands before ` *N`. The
exit code is the program's. The program is killed when a pattern has not been shown within a minute.
"""

import os
import pty
import re
import select
import signal
import sys

LIMIT = 60
CURSOR = b"\x1b[6n"  # a program asks where the cursor is, and waits for the answer


def keys(text, match):
    text = text.encode().decode("unicode_escape")
    repeated, star, rest = text.partition(" *N")
    count = int(match.group(1)) if star and match.lastindex else 1
    return (repeated * count + rest).encode()


def read(terminal):
    if not select.select([terminal], [], [], LIMIT)[0]:
        return None
    try:
        return os.read(terminal, 65536)
    except OSError:  # the program has closed the terminal
        return b""


def converse(terminal, answers):
    """All that was shown; None in place of the rest when nothing came in time."""
    shown, seen = b"", 0
    while data := read(terminal):
        shown += data
        if CURSOR in data:
            os.write(terminal, b"\x1b[1;1R")
        if answers and (match := re.search(answers[0][0].encode(), shown[seen:])):
            seen += match.end()
            os.write(terminal, keys(answers.pop(0)[1], match))
    return shown, data is not None


def main():
    answers = [tuple(line.split("\t")) for line in sys.argv[1].splitlines()]
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    shown, in_time = converse(terminal, answers)
    if not in_time:
        os.kill(process, signal.SIGKILL)
    sys.stdout.write(shown.decode(errors="replace"))
    sys.stdout.flush()
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) & 0xFF)


main()
