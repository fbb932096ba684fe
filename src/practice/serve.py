"""Serves the practice account of one workspace: MiniStack, on the listening socket that is standard input.

What it does beyond MiniStack's own entry point: it leaves the terminal it was started from, saves the
account before it answers to a change (MiniStack saves only when it ends in good order), ends at once when
it is told to, and leaves no process behind. Its argument is the mark of this run: it tells this process
from others in a process list, and when the record beside this file bears another one, or is gone with the
workspace, nobody can stop this process any more, and it ends by itself.

What `msl-learn check` asks in the name of a visitor, a copy of the account answers, so that checking
leaves no trace in the learner's: neither in the log of a function nor in a table that it writes.
"""

import os

os.setsid()  # before anything slow: a terminal that closes hangs up the processes of its own session

import asyncio
import logging
import signal
import sys

# Its own folder, which Python leaves out when it is isolated.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import visitors
from account import play
from changes import may_change
from copies import Copy
from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack import app as ministack
from ministack.core.persistence import save_all

FOLDER = os.path.dirname(os.path.abspath(__file__))
LOOK_EVERY = 4.0  # seconds between two looks at the record; it is written right after this process is started


def save():
    save_all(ministack._build_persistence_save_dict())


copy = Copy(save)


async def account(scope, receive, send):
    """The emulator, which answers to a change when it is saved."""
    if scope["type"] != "http":
        return await play(scope, receive, send)
    if visitors.leaves_traces(scope):
        return await copy.visit(scope, receive, send)
    body, held = b"", []

    async def receive_on():
        nonlocal body
        message = await receive()
        body = body or message.get("body", b"")
        return message

    async def send_on(message):
        is_end = message["type"] == "http.response.body" and not message.get("more_body", False)
        if not may_change(scope, body):
            if is_end and visitors.may_run_code(scope):
                copy.outdate()
            return await send(message)
        # Its headers alone tell a client that an answer without a body has come.
        held.append(message)
        if is_end:
            save()
            copy.outdate()
            for one in held:
                await send(one)

    await play(scope, receive_on, send_on)


async def end_with_record():
    while True:
        await asyncio.sleep(LOOK_EVERY)
        copy.end_when_idle()
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
    copy.end()
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
    await asyncio.gather(end_with_record(), serve(account, config, shutdown_trigger=never))


logging.getLogger("persistence").setLevel(logging.WARNING)  # it logs a line per service and save
asyncio.run(main())
