"""Calls a function for `msl-learn check`, where nothing calls it yet: as API Gateway would, as a schedule would, or as somebody who
has signed in. A method of an API is called by `posts`.

Of the first, the answer is what the API would answer; where that would hide why the function failed, it says so. Of the
second, the answer is which lines the run has added to a file. Of the third, it is from whom mail came. (API Gateway Developer
Guide, "Output format of a Lambda function for proxy integration".)
"""

import json
import re
import time
from contextlib import contextmanager

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
HOUR = 3_600_000  # milliseconds
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
    """Runs a function that works by the clock, after an hour in which one thing has happened, and the hour after it."""
    start = int(time.time() * 1000) - 2 * HOUR
    begun = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(start // 1000))
    item = {**asked["item"], asked["time"]: {"N": str(start + HOUR // 2)}}
    await account.set_parameter(asked["start"], begun)
    await account.set_parameter(asked["interval"], str(HOUR))
    status, _, body = await account.call("dynamodb", "DynamoDB_20120810.PutItem", {"TableName": asked["table"], "Item": item})
    if status != 200:
        return await fail(send, body.decode("utf-8", "replace"))
    before = await account.lines(asked["file"])
    _, failed = await account.invoke(function, json.dumps(asked["event"]).encode())
    if failed:
        return await answer(send, *failed)
    added = [line for line in await account.lines(asked["file"]) if line not in before]
    moved = await account.parameter(asked["start"]) != begun
    told = json.dumps({"added": added[:MOST_LINES], "moved": moved}).encode()
    await answer(send, 200, told, API)


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
    senders = [letter["Source"] for letter in mail.sent() if letter["Timestamp"] >= begun]
    why = json.loads(failed[1])["message"] if failed else logs.error_since(moment)
    told = {"senders": senders, "topics": topics, "error": why and why.splitlines()[0]}
    # Exercise 9.7 looks for a run and its mail: this one counts for nothing, wherever it was tried.
    logs.forget_since(moment)
    mail.forget_since(begun)
    await answer(send, 200, json.dumps(told).encode(), API)


def give(token, event):
    """Puts the token where the function looks for it: into the message of a topic, or into the headers of a request."""
    for record in event.get("Records", []):
        record["Sns"]["Message"] = token
    if "headers" in event:
        event["headers"]["Authorization"] = token


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

    async def operate(self, pool_id, operation, members):
        return await pools.operate(self.app, self.scope, pool_id, operation, members)

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
