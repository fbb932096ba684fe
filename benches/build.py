"""What a clean build costs, and that no HTTP or TLS stack is compiled twice."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import Failed, output, program, say
from table import Row, at_most, none_of

# As the README and CONTRIBUTING.md have people build, and release/build what they install.
PROFILES = {"debug": ["build", "--workspace"], "release": ["build", "--release"], "dist": ["build", "--profile", "dist"]}
DIST_MINUTES = 30
DIST_MEGABYTES = 45

STACKS = {"hyper", "h2", "http", "rustls", "hyper-rustls", "tokio-rustls", "aws-lc-rs", "ring"}
OLD_TLS = "rustls@0.21"


def figures(root):
    cargo = program("cargo")
    # What is downloaded is no part of a build.
    output([cargo, "fetch", "--locked"], cwd=root)
    rows = [row for profile in PROFILES for row in clean_build(cargo, root, profile)]
    return rows + twice(cargo, root) + old_tls(cargo, root)


def clean_build(cargo, root, profile):
    command = PROFILES[profile]
    say(f"build: cargo {' '.join(command)}, from nothing")
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as target:
        # A wrapper such as a compiler cache would hide what a build costs.
        env = os.environ | {"CARGO_TARGET_DIR": target, "RUSTC_WRAPPER": "", "RUSTC_WORKSPACE_WRAPPER": ""}
        begin, before = time.perf_counter(), cpu_seconds()
        done = subprocess.run([cargo, *command, "--locked"], cwd=root, env=env, stdout=sys.stderr)
        wall, cpu = time.perf_counter() - begin, cpu_seconds() - before
        if done.returncode != 0:
            raise Failed(f"`cargo {' '.join(command)}` ended with exit code {done.returncode}")
        size = Path(target, profile, "msl-learn").stat().st_size
    name = f"cargo {' '.join(command)}"
    if profile == "dist":
        return [
            at_most(f"{name}: CPU time", cpu / 60, DIST_MINUTES, "min"),
            at_most(f"{name}: size of the program, stripped", size / 1e6, DIST_MEGABYTES, "MB"),
        ]
    return [
        Row(f"{name}: CPU time", f"{cpu:.0f} s"),
        Row(f"{name}: wall time, {os.cpu_count()} processors", f"{wall:.0f} s"),
        Row(f"{name}: size of the program", f"{size / 1e6:.1f} MB"),
    ]


def cpu_seconds():
    """Of all processes that have ended so far, with those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def twice(cargo, root):
    """The tests' own dependencies are no part of the program, so what they add is told apart, without a target."""
    program_only = listed_twice(cargo, root, "normal,build")
    with_tests = [name for name in listed_twice(cargo, root, "normal,build,dev") if name not in program_only]
    return [
        *none_of("HTTP and TLS crates compiled twice", program_only),
        Row("  further ones for the tests", ", ".join(with_tests) or "none"),
    ]


def listed_twice(cargo, root, edges):
    tree = [cargo, "tree", "--workspace", "--locked", "--duplicates", "--depth", "0", "--prefix", "none"]
    lines = output([*tree, "--edges", edges], cwd=root).splitlines()
    return sorted({" ".join(line.split()[:2]) for line in lines if line.split()[:1] and line.split()[0] in STACKS})


def old_tls(cargo, root):
    """Cargo must say that no such package is there; any other error is no answer."""
    tree = [cargo, "tree", "--workspace", "--locked", "--invert", OLD_TLS]
    done = subprocess.run(tree, cwd=root, capture_output=True, text=True)
    if done.returncode != 0 and "did not match any packages" not in done.stderr:
        raise Failed(f"`{' '.join(tree[1:])}`:\n{done.stderr.rstrip()}")
    return none_of(f"{OLD_TLS}, the older TLS stack", [OLD_TLS] if done.returncode == 0 else [])
