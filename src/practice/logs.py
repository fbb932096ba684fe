"""The end of a function's log, as a page of text: the last thing that the function said. And why one failed."""

import re
import time
from datetime import datetime, timezone

from asgi import answer
from ministack.services import cloudwatch_logs

HOST = "logs.localhost"
LINES = 60
# As Node.js and Python name an error, at the beginning of a line.
ERROR = re.compile(r"(\[ERROR\] )?([A-Z]\w*|\w+(\.\w+)+): \S.*")
TEXT = [(b"content-type", b"text/plain; charset=utf-8")]


async def show(scope, send):
    """Answers `GET /FUNCTION`, or with 404 where no function of that name has written anything."""
    name = scope["path"].strip("/")
    events = sorted(written(f"/aws/lambda/{name}"), key=lambda event: event["timestamp"])
    if not events:
        return await answer(send, 404, f"no function named {name} has written a log\n".encode(), TEXT)
    lines = "".join(f"{clock(event['timestamp'])}  {event['message'].rstrip()}\n" for event in events[-LINES:])
    await answer(send, 200, lines.encode(), TEXT)


def now():
    """The time as logs have it."""
    return time.time() * 1000


def error_since(moment):
    """The first error that any function has written since then, or None."""
    groups = {name for (_, _, name) in list(cloudwatch_logs._log_groups._data) if name.startswith("/aws/lambda/")}
    events = [event for group in groups for event in written(group) if event["timestamp"] >= moment - 1]
    lines = [event["message"].strip() for event in sorted(events, key=lambda event: event["timestamp"])]
    return next((line for line in lines if ERROR.fullmatch(line)), None)


def forget_since(moment):
    """Removes what functions have written since then, and the streams in which nothing else is."""
    for (_, _, name), found in list(cloudwatch_logs._log_groups._data.items()):
        if name.startswith("/aws/lambda/"):
            for stream in found["streams"].values():
                stream["events"] = [event for event in stream["events"] if event["timestamp"] < moment - 1]
            found["streams"] = {name: stream for name, stream in found["streams"].items() if stream["events"]}


def written(group):
    """What is in the log group of that name, in any region."""
    for (_, _, name), found in list(cloudwatch_logs._log_groups._data.items()):
        if name == group:
            for stream in list(found["streams"].values()):
                yield from stream["events"]


def clock(milliseconds):
    moment = datetime.fromtimestamp(milliseconds / 1000, timezone.utc).astimezone()
    return moment.strftime("%H:%M:%S")
