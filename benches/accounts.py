"""Many accounts in one process: how long they take beside what AWS's rates allow, and how much memory."""

import subprocess

from measure import Failed, output, say
from table import Row, at_most

ACCOUNTS = 100
MEGABYTES = 100


def figures(program):
    say(f"accounts: checks {ACCOUNTS} accounts at once")
    server = subprocess.Popen([program, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        endpoint = server.stdout.readline().strip()
        took, told, kibibytes = output([program, "check", endpoint, str(ACCOUNTS)]).split()
        throttled, least = server.communicate()[0].split()
    finally:
        server.kill()
    if int(told) != ACCOUNTS:
        raise Failed(f"{told} of {ACCOUNTS} accounts could be read to the end, expected all")
    name = f"{ACCOUNTS} accounts at once, all exercises, answers after 20 ms"
    return [
        Row(f"{name}: wall time", f"{float(took):.1f} s"),
        Row("  what AWS's limits make them take at the least", f"{least} s"),
        Row(f"{name}: requests throttled", throttled, "0", throttled == "0"),
        at_most(f"{name}: memory", int(kibibytes) * 1024 / 1e6, MEGABYTES, "MB"),
    ]
