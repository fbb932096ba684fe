"""Authorization scopes of a method, as API Gateway changes them: by a list, whose members are parted by commas. MiniStack
keeps the text instead (Amazon API Gateway API Reference, "UpdateMethod").
"""

import json
import re

from asgi import answer, ask, replayed

METHOD = r"/restapis/[^/]+/resources/[^/]+/methods/[^/]+"
SCOPES = "/authorizationScopes"
JSON = (b"content-type", b"application/json")


async def serve(app, scope, receive, send):
    """The emulator, whose methods have lists of scopes."""
    if scope["method"] != "PATCH" or not re.fullmatch(METHOD, scope["path"]):
        return await app(scope, receive, send)
    body, receive = await replayed(receive)
    operations = read(body).get("patchOperations", [])
    about_scopes = [operation for operation in operations if operation.get("path") == SCOPES]
    if not about_scopes:
        return await app(scope, receive, send)
    _, _, method = await ask(app, scope, "GET", scope["path"], b"", b"")
    scopes = read(method).get("authorizationScopes") or []
    for operation in about_scopes:
        scopes = changed(scopes, operation)
    others = [operation for operation in operations if operation not in about_scopes]
    wanted = {"patchOperations": [*others, {"op": "replace", "path": SCOPES, "value": scopes}]}
    status, headers, body = await ask(app, scope, "PATCH", scope["path"], b"", json.dumps(wanted).encode(), [JSON])
    await answer(send, status, body, headers)


def read(body):
    """The object in the body; an empty one if there is none, of which MiniStack says what is wrong."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def changed(scopes, operation):
    named = [name.strip() for name in (operation.get("value") or "").split(",") if name.strip()]
    if operation.get("op") == "replace":
        return named
    kept = [scope for scope in scopes if scope not in named]
    return kept if operation.get("op") == "remove" else kept + named
