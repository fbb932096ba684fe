"""A practice account in a temporary folder, solved exercise by exercise; stopped and removed afterwards."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from measure import Failed, output, program, say

# `next` goes on only from an exercise that is done, and adds the starter files of the one that it goes on to.
EXERCISES = [f"4.{number}" for number in range(1, 9)]


@contextmanager
def practice(binary, aws):
    """Gives the workspace of a new account, and the environment that points the `aws` CLI at it."""
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as folder:
        workspace = Path(folder, "workspace")
        try:
            say("check: starts a practice account")
            # Ends as `next` does, and in a new account the first exercise is not done.
            output([binary, "practice", workspace], expected=(0, 1))
            yield workspace, environment(binary, workspace, aws)
        finally:
            if workspace.exists():
                output([binary, "practice", "stop", workspace])


def environment(binary, workspace, aws):
    """The variables of a shell that has taken over what `practice env` prints."""
    exports = output([binary, "practice", "env", workspace])
    listed = output([program("bash"), "-c", 'eval "$1" && env -0', "bash", exports])
    env = dict(variable.split("=", 1) for variable in listed.split("\0") if variable)
    return env | {"PATH": f"{Path(program(aws)).absolute().parent}{os.pathsep}{env['PATH']}"}


def solve(binary, workspace, exercise, env):
    say(f"check: solves {exercise}")
    solution = output([binary, "-C", workspace, "solution", exercise, "--yes"], env=env)
    output([program("bash"), "-euo", "pipefail", "-c", solution], env=env, cwd=workspace)
    try:
        output([binary, "-C", workspace, "next"], env=env)
    except Failed as failure:
        raise Failed(f"{exercise} is not done after its solution: {failure}") from failure


def workspace_through(endpoint, workspace):
    """A second workspace with the settings of the first, whose account is reached at `endpoint`."""
    other = workspace.parent / "through-proxy"
    other.mkdir()
    settings = (workspace / "msl-learn.toml").read_text()
    # First in the file, as the last lines belong to a table.
    (other / "msl-learn.toml").write_text(f'endpoint = "{endpoint}"\n{settings}')
    return other
