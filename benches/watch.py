"""How soon the watch screen is there, what it costs while nothing happens, and how fast a text scrolls in it."""

import fcntl
import os
import pty
import select
import statistics
import struct
import tempfile
import termios
import time
from contextlib import contextmanager
from pathlib import Path

from measure import Failed, say
from table import at_most

# Nothing answers there, and nobody is asked about it.
SETTINGS = """
domain = "example.com"
region = "us-east-1"
account = "000000000000"
practice = true
endpoint = "http://127.0.0.1:1"
"""
RUNS = 20
IDLE_SECONDS = 20
PATIENCE = 10
TITLE = b"Setting up the AWS account"
# Of the walkthroughs that exist, that of this exercise is the longest.
LONGEST = b"l/4.7\rcw"


def figures(binary):
    say("watch: the first frame, idleness and scrolling")
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as folder:
        Path(folder, "msl-learn.toml").write_text(SETTINGS)
        first = statistics.median(first_frame(binary, folder) for _ in range(RUNS))
        with screen(binary, folder) as (process, terminal):
            until(terminal, TITLE)
            scroll = scrolling(terminal)
            share = idle(process, terminal)
    return [
        at_most("watch: first frame without a network", first * 1000, 50, "ms"),
        at_most("watch: a line further in the longest walkthrough", scroll * 1000, 8, "ms"),
        at_most("watch: share of a core while nothing happens", share * 100, 1, "%"),
    ]


@contextmanager
def screen(binary, folder):
    """The program on a terminal of 80 columns and 24 rows."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ["TERM"] = "xterm-256color"
        time.sleep(0.05)  # until the terminal has its size
        os.execv(binary, [binary])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        yield process, terminal
    finally:
        os.write(terminal, b"\x03")
        drain(terminal)
        os.waitpid(process, 0)
        os.close(terminal)


def first_frame(binary, folder):
    with screen(binary, folder) as (_, terminal):
        begin = time.perf_counter() + 0.05
        until(terminal, TITLE)
        return time.perf_counter() - begin


def scrolling(terminal):
    os.write(terminal, LONGEST)
    until(terminal, b"lines 1-")
    quiet(terminal)
    taken = []
    for _ in range(60):
        begin = time.perf_counter()
        os.write(terminal, b"j")
        read(terminal)
        taken.append(time.perf_counter() - begin)
        quiet(terminal)
    os.write(terminal, b"\x1b")
    return statistics.median(taken)


def idle(process, terminal):
    quiet(terminal, 3)
    before, begin = cpu(process), time.perf_counter()
    end = begin + IDLE_SECONDS
    while (left := end - time.perf_counter()) > 0:
        select.select([terminal], [], [], left) and os.read(terminal, 65536)
    return (cpu(process) - before) / (time.perf_counter() - begin)


def cpu(process):
    """Seconds of processor time so far, its own and the system's for it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def until(terminal, text):
    seen = b""
    while text not in seen:
        seen += read(terminal)


def read(terminal):
    if not select.select([terminal], [], [], PATIENCE)[0]:
        raise Failed(f"the watch screen wrote nothing for {PATIENCE} seconds")
    return os.read(terminal, 65536)


def quiet(terminal, seconds=0.02):
    """Reads what comes until nothing has come for so long, or for a while."""
    end = time.perf_counter() + max(seconds, 0.1)
    while time.perf_counter() < end and select.select([terminal], [], [], seconds)[0]:
        os.read(terminal, 65536)


def drain(terminal):
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        return  # Linux's way to say that nobody holds the terminal any more
