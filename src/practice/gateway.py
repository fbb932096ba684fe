"""What API Gateway does and MiniStack does not: it tells callers nothing of why a function failed, which is the business of
the function's log.

API Gateway Developer Guide, "Gateway response types for API Gateway"; Knowledge Center, "How do I resolve HTTP 502 errors
from API Gateway REST APIs with Lambda proxy integration?".
"""

import json

from asgi import mended

SILENT = b'{"message": "Internal server error"}'
ERROR = (b"x-amzn-errortype", b"InternalServerErrorException")
BAD_GATEWAY = 502


async def serve(app, scope, receive, send):
    """The emulator, whose answers of a function that failed say no more than that."""
    await mended(app, scope, receive, send, BAD_GATEWAY, silenced)


def silenced(headers, body):
    return ([*headers, ERROR], SILENT) if tells_why(body) else (headers, body)


def tells_why(body):
    """Whether the body has the error of a function's, as Lambda words it. What a function itself answers has not."""
    try:
        error = json.loads(json.loads(body)["message"])
    except (ValueError, KeyError, TypeError):
        return False
    return isinstance(error, dict) and "errorMessage" in error
