"""Calls a function as API Gateway would, for `msl-learn check`, where no visitor reaches it yet. The answer is what the API
would answer; where that would hide why the function failed, it says so.

API Gateway Developer Guide, "Output format of a Lambda function for proxy integration".
"""

import json
import re

import logs
from asgi import answer, ask, proof, replayed

HOST = "trial.localhost"
# Region and function.
PATH = r"/([a-z0-9-]+)/([A-Za-z0-9_-]+)"
FAILED = b"x-amz-function-error"
API = [(b"x-amzn-requestid", b"trial"), (b"content-type", b"application/json")]


async def call(app, scope, receive, send):
    """Answers what the function makes of the event that is the body."""
    named = re.fullmatch(PATH, scope["path"])
    if scope["method"] != "POST" or named is None:
        return await answer(send, 404, b"POST an event to /REGION/FUNCTION\n", API[:1])
    event, _ = await replayed(receive)
    begun = logs.now()
    signed = [(b"host", b"localhost"), (b"authorization", proof("test", named[1], "lambda"))]
    path = f"/2015-03-31/functions/{named[2]}/invocations"
    status, headers, body = await ask(app, {**scope, "headers": signed}, "POST", path, b"", event)
    if status != 200:
        return await answer(send, status, body, headers)
    result = json.loads(body or b"null")
    if any(name == FAILED for name, _ in headers):
        why = logs.error_since(begun) or result.get("errorMessage") or "the function failed"
        return await fail(send, why.splitlines()[0])
    if problem := malformed(result):
        return await fail(send, problem)
    own = [(str(name).lower().encode(), str(value).encode()) for name, value in (result.get("headers") or {}).items()]
    kinds = [pair for pair in own if pair[0] == API[1][0]]
    others = [pair for pair in own if pair[0] != API[1][0]]
    body = (result.get("body") or "").encode()
    await answer(send, int(result["statusCode"]), body, [API[0], *(kinds or API[1:]), *others])


async def fail(send, why):
    await answer(send, 502, json.dumps({"message": why}).encode(), API)


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
