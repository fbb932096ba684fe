"""Serves a throw-away copy of a practice account, on the listening socket that is standard input.

Its argument is the folder of the copy. It saves nothing, and ends with the process that started it.
"""

import os

os.setsid()  # its functions are ended with it, and not those of the account

import asyncio
import signal
import sys

PARENT = os.getppid()
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from account import play
from hypercorn.asyncio import serve
from hypercorn.config import Config

LOOK_EVERY = 1.0  # seconds


def take_listener():
    listener = os.dup(0)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    return listener


async def end_with_parent():
    while os.getppid() == PARENT:
        await asyncio.sleep(LOOK_EVERY)
    os.killpg(0, signal.SIGKILL)


async def main():
    config = Config()
    config.bind = [f"fd://{take_listener()}"]
    await asyncio.gather(end_with_parent(), serve(play, config, shutdown_trigger=asyncio.Event().wait))


asyncio.run(main())
