"""How much memory the practice account holds after an hour of the watch screen and 500 calls of a function (Linux)."""

import json
import tempfile
import urllib.request
from pathlib import Path

from measure import Failed, output, say
from table import at_most

# The last exercise of chapter 6 in which a visitor gets what a function answers.
STATION, EXERCISE = "ch06/function_scans_table", "6.8"
# What the watch screen makes in an hour while something changes all the time: one check in five seconds. At rest it makes 120.
CHECKS = 720
CALLS = 500
MOST = 200  # MB, all that the emulator itself consists of, with all the book's exercises


def figures(binary, restore):
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as folder:
        workspace = Path(folder, "workspace")
        try:
            say("memory: starts a practice account")
            output([binary, "practice", workspace], expected=(0, 1))
            output([restore, workspace, STATION])
            account = workspace / ".msl-learn" / "practice"
            output([binary, "practice", "start", workspace])
            begun = held(account)
            load(binary, workspace, json.loads((account / "practice.json").read_text())["port"])
            return rows(begun, held(account))
        finally:
            if workspace.exists():
                output([binary, "practice", "stop", workspace])


def load(binary, workspace, port):
    for number in range(CHECKS):
        if number % 100 == 0:
            say(f"memory: check {number} of {CHECKS}")
        output([binary, "-C", workspace, "check", EXERCISE])
        if number * CALLS // CHECKS != (number + 1) * CALLS // CHECKS:
            call(port)


def call(port):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/chapters", headers={"Host": "api.example.com"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        if not json.load(answer):
            raise Failed("the API of the practice account answers without chapters")


def held(account):
    """Megabytes by kind of process: a page that several share counts in part for each."""
    kinds = {"serve.py": "emulator", "serve_copy.py": "copy", "_worker": "functions"}
    megabytes = dict.fromkeys(kinds.values(), 0.0)
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes().decode().split("\0")
            memory = (process / "smaps_rollup").read_text() if process.name.isdigit() else ""
        except OSError:
            continue  # it has ended
        ours = [word for word in words if word.startswith(str(account))]
        kind = next((kind for word in ours for name, kind in kinds.items() if Path(word).name.startswith(name)), None)
        if kind:
            line = next(line for line in memory.splitlines() if line.startswith("Pss:"))
            megabytes[kind] += int(line.split()[1]) / 1024
    return megabytes


def rows(begun, ended):
    return [
        at_most("practice account at its start", begun["emulator"], MOST, "MB"),
        at_most("the same after an hour of the watch screen and 500 calls", ended["emulator"] + ended["copy"], MOST, "MB"),
        at_most("its functions then, which end after a minute", ended["functions"], MOST, "MB"),
    ]
