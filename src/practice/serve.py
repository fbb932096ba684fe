"""Serves the practice account of one workspace: MiniStack, on the listening socket that is standard input.

What it does beyond MiniStack's own entry point: it leaves the terminal it was started from, saves the
account soon after every change (MiniStack saves only when it ends in good order), ends at once when it
is told to, and leaves no process behind. Its argument is the mark of this run: it tells this process from
others in a process list, and when the record beside this file bears another one, or is gone with the
workspace, nobody can stop this process any more, and it ends by itself.
"""

import os

os.setsid()  # before anything slow: a terminal that closes hangs up the processes of its own session

import asyncio
import logging
import signal
import sys

# Its own folder, which Python leaves out when it is isolated.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from account import play
from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack import app as ministack
from ministack.core.persistence import save_all

FOLDER = os.path.dirname(os.path.abspath(__file__))
SAVE_AFTER = 1.0  # seconds from a change to its being on disk
LOOK_EVERY = 4.0  # seconds between two looks at the record; it is written right after this process is started
READS = {"GET", "HEAD", "OPTIONS"}

changed = asyncio.Event()


async def account(scope, receive, send):
    """The emulator, and a note that something may have changed."""
    try:
        await play(scope, receive, send)
    finally:
        if scope["type"] == "http" and scope["method"] not in READS:
            changed.set()


def save():
    save_all(ministack._build_persistence_save_dict())


async def save_changes():
    while True:
        await changed.wait()
        await asyncio.sleep(SAVE_AFTER)
        changed.clear()
        save()


async def end_with_record():
    while True:
        await asyncio.sleep(LOOK_EVERY)
        if not is_recorded():
            end()


def is_recorded():
    try:
        with open(os.path.join(FOLDER, "practice.json"), encoding="utf-8") as record:
            return sys.argv[1] in record.read()
    except FileNotFoundError:
        return False
    except OSError:
        return True  # it is there, and cannot be read at this moment


def end_in_good_order():
    """Saves and ends without waiting for requests: a Lambda function may run for minutes."""
    try:
        save()
        open(os.path.join(FOLDER, "ended"), "w").close()
    finally:
        end()


def end():
    """Ends this process and its Lambda workers, which would otherwise outlive it while a function runs."""
    os.killpg(0, signal.SIGKILL)


def take_listener():
    """The socket to serve on; standard input is empty from now on, for the workers as well."""
    listener = os.dup(0)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    return listener


async def main():
    config = Config()
    config.bind = [f"fd://{take_listener()}"]
    config.keep_alive_timeout = 75  # seconds, as MiniStack's own entry point has it
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end_in_good_order)
    never = asyncio.Event().wait  # in place of Hypercorn's signal handlers, which wait for requests
    await asyncio.gather(save_changes(), end_with_record(), serve(account, config, shutdown_trigger=never))


logging.getLogger("persistence").setLevel(logging.WARNING)  # it logs a line per service and save
asyncio.run(main())
