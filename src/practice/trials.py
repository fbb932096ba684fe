"""Calls a function for `msl-learn check`, where nothing calls it yet: as API Gateway would, as a schedule would, or as somebody who
has signed in. A method of an API is called by `posts`.

Of the first, the answer is what the API would answer; where that would hide why the function failed, it says so. Of the
second, the answer is which lines the run has added to a file. Of the third, it is from whom to whom mail came, and the given name
of that somebody afterwards. (API Gateway Developer Guide, "Output format of a Lambda function for proxy integration".)
"""

import asyncio
import base64
import json
import re
import time
from contextlib import contextmanager
from datetime import datetime

import logs
import mail
import pools
import posts
from asgi import answer, ask, proof, replayed
from ministack.services import sns

HOST = "trial.localhost"
# Region and function, and whether it works by the clock, or sends mail; or region and API, whose method is asked.
PATH = r"/([a-z0-9-]+)/([A-Za-z0-9_-]+)(/run|/mail|/post)?"
FAILED = b"x-amz-function-error"
# The status of an answer about a function that has failed.
FAILURE = 502
# In milliseconds; by the last, clocks and answers may be late.
HOUR, SECOND, SLACK = 3_600_000, 1000, 100
# Of a user in a copy that is thrown away.
PASSWORD = "Practice-2026"
# How many of the lines that a run has added are told.
MOST_LINES = 20
API = [(b"x-amzn-requestid", b"trial"), (b"content-type", b"application/json")]


async def call(app, scope, receive, send):
    """Answers what the function makes of the event that is the body."""
    named = re.fullmatch(PATH, scope["path"])
    if scope["method"] != "POST" or named is None:
        return await answer(send, 404, b"POST an event to /REGION/FUNCTION\n", API[:1])
    body, _ = await replayed(receive)
    account = Account(app, scope, named[1])
    if named[3] == "/post":
        told = await posts.post(account, named[2], json.loads(body))
        return await answer(send, 200, json.dumps(told).encode(), API)
    if named[3]:
        trial = run if named[3] == "/run" else write
        return await trial(account, named[2], json.loads(body), send)
    result, failed = await account.invoke(named[2], body)
    if failed:
        return await answer(send, *failed)
    if problem := malformed(result):
        return await fail(send, problem)
    own = [(str(name).lower().encode(), str(value).encode()) for name, value in (result.get("headers") or {}).items()]
    kinds = [pair for pair in own if pair[0] == API[1][0]]
    others = [pair for pair in own if pair[0] != API[1][0]]
    body = (result.get("body") or "").encode()
    await answer(send, int(result["statusCode"]), body, [API[0], *(kinds or API[1:]), *others])


async def run(account, function, asked, send):
    """Runs a function that works by the clock, after two hours in each of which one thing has happened; and once more, if it
    moved on, when another thing has happened since."""
    start = int(time.time() * 1000) - 2 * HOUR
    first, second = start + HOUR // 2, start + HOUR + HOUR // 2
    begun = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(start // 1000))
    await account.set_parameter(asked["start"], begun)
    await account.set_parameter(asked["interval"], str(HOUR))
    for moment in (first, second):
        if problem := await account.happens(asked, moment):
            return await fail(send, problem)
    before = await account.lines(asked["file"])
    _, failed = await account.invoke(function, json.dumps(asked["event"]).encode())
    if failed:
        return await answer(send, *failed)
    after = await account.lines(asked["file"])
    added = [line for line in after if line not in before]
    moved = await account.parameter(asked["start"])
    told = {"added": added[:MOST_LINES], "moved": moved != begun, "start": moved, "gone": gone(before, after)}
    following = milliseconds(moved or "")
    if following is not None and moved != begun:
        told["ahead"] = following > time.time() * 1000 + SLACK
        text = "\n".join(added)
        told["passed_over"] = following > second and str(first) in text and str(second) not in text
        if not told["ahead"]:
            told["again"] = await once_more(account, function, asked, following)
    await answer(send, 200, json.dumps(told).encode(), API)


async def once_more(account, function, asked, start):
    """What a run does after another thing has happened, in a short interval that begins when the last one ended."""
    await account.set_parameter(asked["interval"], str(SECOND))
    if problem := await account.happens(asked, start + SECOND // 2):
        return {"error": problem}
    await asyncio.sleep(max(0, start + SECOND + SLACK - time.time() * 1000) / 1000)
    before = await account.lines(asked["file"])
    _, failed = await account.invoke(function, json.dumps(asked["event"]).encode())
    if failed:
        status, body, _ = failed
        return {"error": json.loads(body or b"{}").get("message") or f"HTTP {status}"}
    after = await account.lines(asked["file"])
    added = [line for line in after if line not in before]
    return {"added": added[:MOST_LINES], "gone": gone(before, after)}


def gone(before, after):
    """Whether a file had lines of data, and none of them is left. A line of names has no digits."""
    data = [line for line in before if re.search(r"\d", line)]
    return bool(data) and not any(line in after for line in data)


def milliseconds(text):
    """The moment of a time in the form of ISO 8601, since 1970; none of another form."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?", text.strip())
    if found is None:
        return None
    day, clock, seconds, fraction, zone = found.groups()
    zone = "+00:00" if zone in (None, "Z") else zone
    zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{seconds or ':00'}{zone}")
    except ValueError:
        return None
    return int(moment.timestamp()) * 1000 + int((fraction or "0")[:3].ljust(3, "0"))


async def write(account, function, asked, send):
    """Calls a function as a user of the pool who saves something, and tells what came of it: mail, or an error."""
    token, lacks = await account.sign_in(asked["domain"], asked["user"])
    if lacks:
        return await answer(send, 200, json.dumps({"lacks": lacks}).encode(), API)
    begun, moment, event = time.time(), logs.now(), asked["event"]
    give(token, event)
    with published() as topics:
        _, failed = await account.invoke(function, json.dumps(event).encode())
    if failed and failed[0] != FAILURE:
        return await answer(send, *failed)
    letters = [letter for letter in mail.sent() if letter["Timestamp"] >= begun]
    why = json.loads(failed[1])["message"] if failed else logs.error_since(moment)
    told = {"senders": [letter["Source"] for letter in letters], "topics": topics, "error": why and why.splitlines()[0]}
    told["recipients"] = [one for letter in letters for one in letter.get("To") or []]
    told["name"] = await account.given_name(asked["domain"], asked["user"])
    # Exercise 9.7 looks for a run and its mail: this one counts for nothing, wherever it was tried.
    logs.forget_since(moment)
    mail.forget_since(begun)
    await answer(send, 200, json.dumps(told).encode(), API)


def give(token, event):
    """Puts the token where the function looks for it: into the message of a topic, or into the headers of a request, beside what
    an authorizer hands on of it."""
    for record in event.get("Records", []):
        record["Sns"]["Message"] = token
    if "headers" in event:
        event["headers"]["Authorization"] = token
        claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
        event["requestContext"]["authorizer"] = {"claims": {name: str(value) for name, value in claims.items()}}


@contextmanager
def published():
    """The ARNs of the topics to which is published meanwhile. Nobody gets the messages."""
    topics, fanout = [], sns._fanout
    sns._fanout = lambda topic, *_, **__: topics.append(topic)
    try:
        yield topics
    finally:
        sns._fanout = fanout


class Account:
    """The account that a request of `scope` is about, asked in the name of its owner."""

    def __init__(self, app, scope, region):
        self.app, self.scope, self.region = app, scope, region

    async def ask(self, service, method, path, body=b"", headers=()):
        signed = [(b"host", b"localhost"), (b"authorization", proof("test", self.region, service))]
        return await ask(self.app, {**self.scope, "headers": signed}, method, path, b"", body, headers)

    async def call(self, service, target, body):
        headers = [(b"x-amz-target", target.encode()), (b"content-type", b"application/x-amz-json-1.1")]
        return await self.ask(service, "POST", "/", json.dumps(body).encode(), headers)

    async def invoke(self, function, event):
        """What it returned, or the answer that says how it was refused or why it failed."""
        begun = logs.now()
        path = f"/2015-03-31/functions/{function}/invocations"
        status, headers, body = await self.ask("lambda", "POST", path, event)
        if status != 200:
            return None, (status, body, headers)
        result = json.loads(body or b"null")
        if any(name == FAILED for name, _ in headers):
            why = logs.error_since(begun) or result.get("errorMessage") or "the function failed"
            return None, failure(why.splitlines()[0])
        return result, None

    async def sign_in(self, domain, name):
        """The access token of a new user of the pool that has the domain, or what is in the way."""
        pool_id = pools.of_domain(domain)
        if pool_id is None:
            return None, f"no user pool has the domain {domain}"
        known = {"email": name, "email_verified": "true", "given_name": "Ada"}
        attributes = [{"Name": attribute, "Value": value} for attribute, value in known.items()]
        steps = [
            ("AdminCreateUser", {"Username": name, "MessageAction": "SUPPRESS", "UserAttributes": attributes}),
            ("AdminSetUserPassword", {"Username": name, "Password": PASSWORD, "Permanent": True}),
            ("CreateUserPoolClient", {"ClientName": "trial", "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]}),
        ]
        for operation, members in steps:
            done, said = await self.operate(pool_id, operation, {"UserPoolId": pool_id, **members})
            if not done and said.get("__type") != "UsernameExistsException":
                return None, said.get("message") or operation
        signs = {"AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": name, "PASSWORD": PASSWORD}}
        client = said["UserPoolClient"]["ClientId"]
        done, said = await self.operate(pool_id, "InitiateAuth", {"ClientId": client, **signs})
        return (said["AuthenticationResult"]["AccessToken"], None) if done else (None, said.get("message"))

    async def given_name(self, domain, name):
        """What the pool that has the domain knows as the given name of a user."""
        pool_id = pools.of_domain(domain)
        _, said = await self.operate(pool_id, "AdminGetUser", {"UserPoolId": pool_id, "Username": name})
        known = {one["Name"]: one["Value"] for one in said.get("UserAttributes", [])}
        return known.get("given_name")

    async def operate(self, pool_id, operation, members):
        return await pools.operate(self.app, self.scope, pool_id, operation, members)

    async def happens(self, asked, moment):
        """Puts an item of that moment into the table. Returns why that does not work."""
        item = {**asked["item"], asked["time"]: {"N": str(moment)}}
        put = {"TableName": asked["table"], "Item": item}
        status, _, body = await self.call("dynamodb", "DynamoDB_20120810.PutItem", put)
        return None if status == 200 else body.decode("utf-8", "replace")

    async def set_parameter(self, name, value):
        given = {"Name": name, "Value": value, "Type": "String", "Overwrite": True}
        await self.call("ssm", "AmazonSSM.PutParameter", given)

    async def parameter(self, name):
        _, _, body = await self.call("ssm", "AmazonSSM.GetParameter", {"Name": name})
        return json.loads(body).get("Parameter", {}).get("Value")

    async def lines(self, file):
        """The lines of an object, which is named `/BUCKET/KEY`; none if it is not there."""
        status, _, body = await self.ask("s3", "GET", file)
        text = body.decode("utf-8", "replace") if status == 200 else ""
        return [line for line in text.splitlines() if line.strip()]


async def fail(send, why):
    await answer(send, *failure(why))


def failure(why):
    """The answer that says why the function failed."""
    return FAILURE, json.dumps({"message": why}).encode(), API


def malformed(result):
    """What API Gateway does not take of the result, or None."""
    if not isinstance(result, dict):
        return f"the handler returned {kind(result)}, and no object with statusCode and body"
    if not re.fullmatch(r"[1-5]\d\d", str(result.get("statusCode"))):
        return f"the object that the handler returned has the statusCode {json.dumps(result.get('statusCode'))}"
    if not isinstance(result.get("body", ""), str):
        return f"the body that the handler returned is {kind(result['body'])}, and no text"
    return None


def kind(value):
    names = {dict: "an object", list: "an array", str: "a text", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a number")
