"""What a call costs the processor: `check --all` in an account where everything is done, over plain HTTP."""

import os
import re
import statistics
import subprocess
import tempfile
from pathlib import Path

from measure import Failed, say
from table import Row, at_most

RUNS = 30
MILLISECONDS = 0.5

SETTINGS = """
domain = "example.com"
region = "us-east-1"
account = "123456789012"
endpoint = "{}"
"""


def figures(binary, server):
    say("call: processor time of check --all, without what --version takes")
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as folder:
        process = subprocess.Popen([server, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            Path(folder, "msl-learn.toml").write_text(SETTINGS.format(process.stdout.readline().strip()))
            check = [binary, "-C", folder, "check", "--all"]
            calls = sent(check, folder)
            # Each run is another account, so that the server's limits let it go at once.
            whole = statistics.median(processor(check, account(f"run{run}", folder)) for run in range(RUNS))
            start = statistics.median(processor([binary, "--version"], account("start", folder)) for _ in range(RUNS))
        finally:
            process.kill()
            process.wait()
    each = (whole - start) * 1000 / calls
    return [
        Row("check --all, everything done: calls; processor time", f"{calls}; {whole * 1000:.1f} ms"),
        Row("  --version: processor time", f"{start * 1000:.1f} ms"),
        at_most("  each call: processor time", each, MILLISECONDS, "ms", digits=2),
    ]


def account(key, home):
    """An environment in which the account of this access key answers, and no settings of the user count."""
    keys = {"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": "secret", "AWS_EC2_METADATA_DISABLED": "true"}
    return {"PATH": os.environ["PATH"], "HOME": home, **keys}


def sent(check, folder):
    """Nothing listens where visitors look, so some clauses may not hold; what is read is the same."""
    done = subprocess.run([*check, "--stats"], env=account("count", folder), capture_output=True, text=True)
    calls = re.search(r"^(\d+) calls, ", done.stderr, re.MULTILINE)
    if calls is None:
        raise Failed(f"`check --all --stats` counts no calls:\n{done.stderr}")
    return int(calls[1])


def processor(command, env):
    """Seconds of the processor that the process takes, its own and the system's for it."""
    silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=env, **silent)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise Failed(f"`{' '.join(command)}` ended with exit code {process.returncode}")
    return used.ru_utime + used.ru_stime
