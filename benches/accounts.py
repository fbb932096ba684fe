"""Many accounts in one process: how long they take beside what AWS's rates allow, and how much memory."""

import subprocess

from measure import Failed, output, say
from table import Row, at_most

# All exercises of the book in a class, and in up to a hundred accounts; memory does not grow with more of them.
MEGABYTES, MEGABYTES_OF_A_HUNDRED = 250, 150


def figures(program, accounts, chapter):
    what = f"chapter {chapter}" if chapter else "all exercises"
    say(f"accounts: checks {what} in {accounts} accounts")
    server = subprocess.Popen([program, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        endpoint = server.stdout.readline().strip()
        asked = [program, "check", endpoint, str(accounts), *([str(chapter)] if chapter else [])]
        took, told, kibibytes = output(asked).split()
        throttled, least = server.communicate()[0].split()
    finally:
        server.kill()
    if int(told) != accounts:
        raise Failed(f"{told} of {accounts} accounts could be read to the end, expected all")
    name = f"{accounts} accounts in one process, {what}, answers after 20 ms"
    return [
        Row(f"{name}: wall time", f"{float(took):.1f} s"),
        Row("  what AWS's limits make them take at the least", f"{least} s"),
        Row(f"{name}: requests throttled", throttled, "0", throttled == "0"),
        at_most(f"{name}: memory", int(kibibytes) * 1024 / 1e6, MEGABYTES_OF_A_HUNDRED if accounts <= 100 else MEGABYTES, "MB"),
    ]
