"""Says of a service that MiniStack does not play that it is not played here, in a form that the `aws` CLI shows: MiniStack's own
answer has no words for it. (AWS JSON 1.1 protocol, "Error response serialization".)
"""

import json
import re

from asgi import mended

UNSUPPORTED = re.compile(rb'\{"error": "Unsupported service: ([\w-]+)"\}')
BAD_REQUEST = 400
REGISTRAR = (
    "The practice account has no registrar, and every domain name may be used in it: none is registered, and nothing is paid. "
    "Go on with the hosted zone."
)
WORDS = {"route53domains": REGISTRAR}


async def serve(app, scope, receive, send):
    """The emulator, which says so where it does not play a service."""
    await mended(app, scope, receive, send, BAD_REQUEST, said)


def said(headers, body):
    found = UNSUPPORTED.fullmatch(body)
    if found is None:
        return headers, body
    service = found[1].decode()
    message = WORDS.get(service, f"The practice account does not play {service}.")
    return headers, json.dumps({"__type": "UnknownOperationException", "message": message}).encode()
