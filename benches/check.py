"""What each exercise needs: its calls, its time when every answer is late; and beside the `aws` CLI, and all at once."""

import json
from collections import Counter

from measure import Failed, medians, output, program, say, seconds
from practice import EXERCISES, practice, solve, workspace_through
from proxy import proxy
from table import Row, at_least, at_most, none_of

# The exercise whose reads SCRIPT repeats.
EXERCISE = "4.7"
RUNS = 5
# Of each other exercise, whose figures are further from their targets.
FEW_RUNS = 3
# Added to every answer, in seconds.
DELAY = 0.2
ROUND_TRIPS = 5
TIMES_CLI = 10

# The same reads with the `aws` CLI, one after the other, as a person would write them down.
SCRIPT = """
aws sts get-caller-identity
distribution=$(aws cloudfront list-distributions --query 'DistributionList.Items[0].Id' --output text)
control=$(aws cloudfront get-distribution --id "$distribution" \
  --query 'Distribution.DistributionConfig.Origins.Items[0].OriginAccessControlId' --output text)
aws cloudfront get-origin-access-control --id "$control"
aws s3api list-buckets
aws s3api get-bucket-policy --bucket example.com
certificate=$(aws acm list-certificates --region us-east-1 \
  --query 'CertificateSummaryList[0].CertificateArn' --output text)
aws acm describe-certificate --region us-east-1 --certificate-arn "$certificate"
"""


def figures(binary, aws):
    say(f"check: the CLI is {output([program(aws), '--version']).strip()}")
    rows = []
    with practice(binary, aws) as (workspace, env), proxy(env["AWS_ENDPOINT_URL"]) as server:
        late = workspace_through(server.endpoint, workspace)
        # Each exercise where it has just been done: later ones undo some.
        for exercise in EXERCISES:
            solve(binary, workspace, exercise, env)
            rows += one(binary, workspace, late, exercise, env, server)
        return rows + everything(binary, late, env, server)


def one(binary, workspace, late, exercise, env, server):
    check_late = [binary, "-C", str(late), "check", exercise]
    rows = calls(exercise, check_late, env, server)
    measured = {
        "proxied": lambda: delayed(server, 0, check_late, env),
        "late": lambda: delayed(server, DELAY, check_late, env),
    }
    if exercise != EXERCISE:
        return rows + trips(exercise, medians(measured, FEW_RUNS))
    script = [program("bash"), "-euo", "pipefail", "-c", SCRIPT]
    rows += alike(check_late, script, env, server)
    check = [binary, "-C", str(workspace), "check", exercise]
    measured |= {"check": lambda: seconds(check, env), "script": lambda: seconds(script, env)}
    took = medians(measured, RUNS)
    return rows + trips(exercise, took) + beside(took)


def everything(binary, late, env, server):
    check = [binary, "-C", str(late), "check", "--all"]
    server.delay = 0
    took = medians({"check": lambda: seconds(check, env)}, FEW_RUNS)["check"]
    taken(server)
    seconds(check, env)
    return [
        Row("check --all: wall time", f"{took * 1000:.0f} ms"),
        Row("check --all: calls sent, identity included", f"{len(sent := taken(server))}"),
        *none_of("check --all: calls sent more than once", repeated(sent)),
    ]


def calls(exercise, check, env, server):
    """Counts what is sent once where the exercise is done."""
    server.delay = 0
    taken(server)
    seen = json.loads(output([*check, "--format", "json"], expected=(0, 1, 3), env=env))
    verdict = seen["exercises"][0]["verdict"]
    if verdict != "done":
        raise Failed(f"{exercise} is {verdict} after its solution, expected done:\n{json.dumps(seen, indent=1)}")
    sent = taken(server)
    return [
        Row(f"check {exercise}: calls sent, identity included", f"{len(sent)}"),
        *none_of(f"check {exercise}: calls sent more than once", repeated(sent)),
    ]


def alike(check, script, env, server):
    """Holds the script to the same reads."""
    seconds(check, env)
    names = Counter(call.name() for call in taken(server))
    output(script, env=env | {"AWS_ENDPOINT_URL": server.endpoint})
    scripts = Counter(call.name() for call in taken(server))
    different = [*((names - scripts).elements()), *((scripts - names).elements())]
    return none_of(f"check {EXERCISE}: calls that the aws script does not send alike", different)


def taken(server):
    calls, server.calls = server.calls, []
    return calls


def repeated(calls):
    return [call.name() for call, count in Counter(calls).items() if count > 1]


def delayed(server, delay, command, env):
    server.delay = delay
    return seconds(command, env)


def trips(exercise, took):
    late, proxied = took["late"] / DELAY, took["proxied"] / DELAY
    name = f"check {exercise}: wall time, {DELAY * 1000:.0f} ms added to every answer"
    return [
        at_most(name, late, ROUND_TRIPS, "round trips"),
        Row("  the same, net of its time without the delay", f"{late - proxied:.1f} round trips"),
    ]


def beside(took):
    return [
        Row(f"check {EXERCISE}: wall time", f"{took['check'] * 1000:.0f} ms"),
        Row("the same reads, one after the other, with the aws CLI", f"{took['script']:.1f} s"),
        at_least(f"check {EXERCISE}: faster than the aws CLI", took["script"] / took["check"], TIMES_CLI, "times"),
    ]
