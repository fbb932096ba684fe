"""A class past one machine, with MiniStack as AWS: 20 learners by the real worker beside a local round, and 1,000 rows by a
worker that only answers."""

import json
import time
import zipfile
from pathlib import Path

from measure import Failed, output, program, say
from practice import practice
from table import Row

LEARNERS = 20
ROWS = 1000
AT_ONCE = 8
PATIENCE = 600  # seconds for a run
ECHO = """#!/usr/bin/env python3
import json, os, urllib.request
api = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation"
while True:
    with urllib.request.urlopen(f"{api}/next") as event:
        seat, name = json.load(event)["seat"], event.headers["Lambda-Runtime-Aws-Request-Id"]
    answer = json.dumps({"learner": seat["learner"], "done": 0, "of": 0}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{api}/{name}/response", answer)).close()
"""


def figures(binary, aws):
    with practice(binary, aws) as (workspace, env):
        teacher = Teacher(binary, env, workspace.parent / "class")
        teacher.make_class()
        say(f"cloud: reads {LEARNERS} learners by a local round, then by the worker")
        local, seen_here = teacher.local_round()
        steps = teacher.steps()
        for step in steps[:3]:
            teacher.run(step)
        cloud, _ = teacher.execute(steps[3], steps[4])
        address = steps[4].split()[-1]
        teacher.msl("stuck", "--results", address)
        seen_there = teacher.seen(after=LEARNERS)
        if seen_there != seen_here:
            raise Failed("the worker sees something else than the local round")
        say(f"cloud: {ROWS} rows by a worker that only answers")
        teacher.echo(steps)
        echo, counts = teacher.execute(steps[3].replace("--name run-", "--name echo-"), steps[4].replace(":run-", ":echo-"))
        if counts.get("succeeded") != ROWS:
            raise Failed(f"{counts} of {ROWS} rows")
    return [
        Row(f"{LEARNERS} learners, chapter 4, in MiniStack: local round; the worker, {AT_ONCE} at once", f"{local:.1f} s; {cloud:.1f} s"),
        Row("  lines that differ", "none", "none", True),
        Row(f"{ROWS} rows by a worker that only answers, {AT_ONCE} at once: all there", f"{echo:.1f} s"),
    ]


class Teacher:
    def __init__(self, binary, env, folder):
        self.binary, self.env, self.folder = binary, env, folder
        folder.mkdir()

    def msl(self, *arguments, expected=(0,)):
        return output([self.binary, "class", *arguments], expected=expected, env=self.env, cwd=self.folder)

    def run(self, commands, account=None):
        env = self.env | ({"AWS_ACCESS_KEY_ID": account} if account else {})
        return output([program("bash"), "-euo", "pipefail", "-c", commands], env=env, cwd=self.folder)

    def make_class(self):
        Path(self.folder, "names.txt").write_text("".join(f"Learner {number}\n" for number in range(LEARNERS)))
        own = ["--accounts", "own", "--chapter", "4", "--instructor-account", "000000000000"]
        self.msl("init", "--from", "names.txt", *own)
        settings = Path(self.folder, "class.toml")
        endpoint = self.env["AWS_ENDPOINT_URL"]
        settings.write_text(settings.read_text().replace("leave_out", f'endpoint = "{endpoint}"\nleave_out'))
        Path(self.folder, "learners").mkdir()
        rows = Path(self.folder, "roster.csv").read_text().splitlines()[1:]
        for number, row in enumerate(rows):
            pseudonym, account = row.split(",")[4], f"2100000{number:05}"
            text = f'domain = "example.com"\nregion = "us-east-1"\naccount = "{account}"\n'
            Path(self.folder, "learners", f"{pseudonym}.toml").write_text(text)
            shown = self.msl("invite", "--learner", pseudonym)
            Path(self.folder, "role.yaml").write_text(shown[shown.index("# The role") :])
            self.run(
                "aws cloudformation create-stack --stack-name msl-learn-class --template-body file://role.yaml "
                "--capabilities CAPABILITY_NAMED_IAM && "
                "aws cloudformation wait stack-create-complete --stack-name msl-learn-class",
                account,
            )

    def local_round(self):
        begin = time.perf_counter()
        self.msl("check")
        return time.perf_counter() - begin, self.seen()

    def steps(self):
        """The commands that `class cloud` prints, step by step."""
        printed = self.msl("cloud", "--at-once", str(AT_ONCE))
        return [step.strip().split(":\n", 1)[1] for step in printed.split("\n\n")[1:]]

    def execute(self, start, watch):
        """Seconds of a run, and its counters."""
        begin = time.perf_counter()
        execution = json.loads(self.run(start))["executionArn"]
        while (status := self.run(watch.splitlines()[0]).strip().strip('"')) == "RUNNING":
            if time.perf_counter() - begin > PATIENCE:
                raise Failed(f"the run takes longer than {PATIENCE} s")
            time.sleep(0.5)
        took = time.perf_counter() - begin
        if status != "SUCCEEDED":
            raise Failed(f"the run is {status}")
        runs = json.loads(self.run(f"aws stepfunctions list-map-runs --execution-arn {execution}"))["mapRuns"]
        run = json.loads(self.run(f"aws stepfunctions describe-map-run --map-run-arn {runs[0]['mapRunArn']}"))
        return took, run["itemCounts"]

    def seen(self, after=0):
        lines = [json.loads(line) for line in Path(self.folder, "results.jsonl").read_text().splitlines()[after:]]
        return sorted((line["learner"], line.get("trouble"), json.dumps(line["exercises"])) for line in lines)

    def echo(self, steps):
        """Deploys another worker, and a roster of many rows."""
        row = json.loads(Path(self.folder, "cloud", "roster.jsonl").read_text().splitlines()[0])
        rows = [json.dumps(row | {"learner": f"l-{number}"}) + "\n" for number in range(ROWS)]
        Path(self.folder, "cloud", "roster.jsonl").write_text("".join(rows))
        with zipfile.ZipFile(Path(self.folder, "cloud", "worker.zip"), "w") as zipped:
            entry = zipfile.ZipInfo("bootstrap")
            entry.external_attr = 0o755 << 16
            zipped.writestr(entry, ECHO)
        worker = steps[2].split("Worker=")[1].strip()
        self.run(steps[1].replace(worker, "echo.zip"))
        self.run(steps[2].replace(worker, "echo.zip"))
