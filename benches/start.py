"""How soon `list` and `--help` are there, beside `git --version`, and that they start nothing that they do not need."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from measure import medians, program, say, seconds
from table import Row, at_most, none_of

RUNS = 60
TIMES_GIT = 5

SETTINGS = """
domain = "example.com"
region = "us-east-1"
account = "000000000000"
practice = true
"""

# Threads, event loops, sockets; and files, for those of the AWS configuration. `?`: not every processor has them all.
TRACED = "?clone,?clone3,?epoll_create,?epoll_create1,?socket,?connect,?open,?openat"
UNNEEDED = re.compile(r"\b(clone3?|epoll_create1?|socket|connect)\(|/(aws-settings)/")


def figures(binary):
    say("start: list and --help beside git --version")
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as folder:
        Path(folder, "msl-learn.toml").write_text(SETTINGS)
        commands = {"list": [binary, "-C", folder, "list"], "--help": [binary, "--help"]}
        return times(commands) + [row for name, command in commands.items() for row in starts(name, command, folder)]


def times(commands):
    git = "git --version"
    commands = {git: [program("git"), "--version"], **commands}
    took = medians({name: lambda command=command: seconds(command) for name, command in commands.items()}, RUNS)
    whole = [Row(f"{name}: whole process", f"{time * 1000:.1f} ms") for name, time in took.items()]
    ours = [name for name in commands if name != git]
    beside = [at_most(f"{name}: beside {git}", took[name] / took[git], TIMES_GIT, "times") for name in ours]
    return whole + beside


def starts(name, command, folder):
    """What the process asks the operating system for; nothing where that cannot be traced."""
    figure = f"{name}: threads, event loops, sockets, AWS files"
    strace = shutil.which("strace")
    if strace is None:
        return [Row(figure, "skipped: no strace here")]
    trace = Path(folder, "trace")
    settings = f"{folder}/aws-settings"
    files = {"AWS_CONFIG_FILE": f"{settings}/config", "AWS_SHARED_CREDENTIALS_FILE": f"{settings}/credentials"}
    tracing = [strace, "-f", "-o", trace, "-e", f"trace={TRACED}", *command]
    done = subprocess.run(tracing, env=os.environ | files, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    lines = trace.read_text().splitlines() if trace.exists() else []
    if done.returncode != 0 or not any("open" in line for line in lines):
        return [Row(figure, "skipped: strace may not trace here")]
    return none_of(figure, sorted({match[1] or match[2] for line in lines if (match := UNNEEDED.search(line))}))
