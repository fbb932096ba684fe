"""How the figures measure: whole processes from start to end, side by side, the median of several runs."""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time


class Failed(Exception):
    """Why a figure could not be measured."""


def program(name):
    """The path of a program on PATH, so that looking for it is no part of what is measured."""
    path = shutil.which(name)
    if path is None:
        raise Failed(f"{name} is not there: expected a program of that name on PATH")
    return path


def seconds(command, env=None):
    """The wall time of a whole process that must end with exit code 0, its output thrown away.

    Started with posix_spawn: what the subprocess module adds is as long as `git --version` takes.
    """
    silent = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ]
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ if env is None else env, file_actions=silent)
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    took = time.perf_counter() - begin
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise Failed(f"`{' '.join(command)}` ended with exit code {code}, expected 0")
    return took


def medians(measurements, runs):
    """The median of each measurement, a function that gives seconds; in turns, and the first round does not count."""
    for measure in measurements.values():
        measure()
    taken = {name: [] for name in measurements}
    for _ in range(runs):
        for name, measure in measurements.items():
            taken[name].append(measure())
    return {name: statistics.median(times) for name, times in taken.items()}


def output(command, expected=(0,), **options):
    """What a command prints on stdout; any exit code but the expected ones fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    if done.returncode not in expected:
        called = " ".join(str(word) for word in command[:4])
        raise Failed(f"`{called}` ended with exit code {done.returncode}:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout


def say(text):
    """Tells a person who waits what is being done."""
    print(text, file=sys.stderr, flush=True)
