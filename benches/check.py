"""What `check 4.7` needs: its calls, its time when every answer is late, and its time beside the `aws` CLI."""

import json
from collections import Counter

from measure import Failed, medians, output, program, say, seconds
from practice import solved, workspace_through
from proxy import proxy
from table import Row, at_least, at_most, none_of

EXERCISE = "4.7"
RUNS = 5
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
    with solved(binary, aws) as (workspace, env), proxy(env["AWS_ENDPOINT_URL"]) as server:
        late = workspace_through(server.endpoint, workspace)
        script = [program("bash"), "-euo", "pipefail", "-c", SCRIPT]
        check = [binary, "-C", str(workspace), "check", EXERCISE]
        check_late = [binary, "-C", str(late), "check", EXERCISE]
        rows = calls(check_late, script, env, server)
        say("check: measures")
        took = medians(
            {
                "check": lambda: seconds(check, env),
                "proxied": lambda: delayed(server, 0, check_late, env),
                "late": lambda: delayed(server, DELAY, check_late, env),
                "script": lambda: seconds(script, env),
            },
            RUNS,
        )
        return rows + times(took)


def calls(check, script, env, server):
    """Counts what is sent once, and holds the script to the same reads."""
    seen = json.loads(output([*check, "--format", "json"], expected=(0, 1, 3), env=env))
    verdict = seen["exercises"][0]["verdict"]
    if verdict != "done":
        raise Failed(f"{EXERCISE} is {verdict} after its solution, expected done:\n{json.dumps(seen, indent=1)}")
    ours = taken(server)
    output(script, env=env | {"AWS_ENDPOINT_URL": server.endpoint})
    scripts = Counter(call.name() for call in taken(server))
    repeated = [call.name() for call, count in Counter(ours).items() if count > 1]
    names = Counter(call.name() for call in ours)
    different = [*((names - scripts).elements()), *((scripts - names).elements())]
    return [
        Row(f"check {EXERCISE}: calls sent, identity included", f"{len(ours)}"),
        *none_of(f"check {EXERCISE}: calls sent more than once", repeated),
        *none_of(f"check {EXERCISE}: calls that the aws script does not send alike", different),
    ]


def taken(server):
    calls, server.calls = server.calls, []
    return calls


def delayed(server, delay, command, env):
    server.delay = delay
    return seconds(command, env)


def times(took):
    trips = {name: took[name] / DELAY for name in ("late", "proxied")}
    net = trips["late"] - trips["proxied"]
    late = f"check {EXERCISE}: wall time, {DELAY * 1000:.0f} ms added to every answer"
    return [
        Row(f"check {EXERCISE}: wall time", f"{took['check'] * 1000:.0f} ms"),
        at_most(late, trips["late"], ROUND_TRIPS, "round trips"),
        Row("  the same, net of its time without the delay", f"{net:.1f} round trips"),
        Row("the same reads, one after the other, with the aws CLI", f"{took['script']:.1f} s"),
        at_least(f"check {EXERCISE}: faster than the aws CLI", took["script"] / took["check"], TIMES_CLI, "times"),
    ]
