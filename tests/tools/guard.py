"""Runs a Python program, and ends it with everything that it started when the process that started this one has gone.

Usage: python -I guard.py PROGRAM ARGUMENT... with a pipe as standard input that nobody writes to: its closing is the
sign, so that no emulator stays behind even when the tests are killed.
"""

import os
import runpy
import signal
import sys
import threading


def follow(parent):
    while os.read(parent, 4096):
        pass
    os.killpg(0, signal.SIGKILL)


def main():
    os.setpgid(0, 0)
    parent = os.dup(0)  # a duplicate is not inherited by what the program starts
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    threading.Thread(target=follow, args=[parent], daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")


main()
