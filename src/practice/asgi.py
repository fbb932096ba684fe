"""Requests and answers as ASGI has them."""


# By its own names the `aws` CLI and the program ask this machine for the emulator.
MACHINE = {"127.0.0.1", "localhost"}


def header(scope, name):
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), "")


def host_of(scope):
    """The name that is asked for, without its port."""
    return header(scope, b"host").lower().partition(":")[0]


def with_headers(scope, changes):
    """The same request with these headers; one whose value is None is left out."""
    kept = [(key, value) for key, value in scope["headers"] if key.lower() not in changes]
    return {**scope, "headers": kept + [(key, value) for key, value in changes.items() if value is not None]}


async def replayed(receive):
    """The whole body of the request, and how to receive it once more."""
    parts, more = [], True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    body = b"".join(parts)
    messages = [{"type": "http.request", "body": body, "more_body": False}]

    async def again():
        return messages.pop() if messages else await receive()

    return body, again


async def collect(app, scope, receive):
    """The whole answer: status, headers with names in lower case, body."""
    parts = []

    async def keep(message):
        parts.append(message)

    await app(scope, receive, keep)
    start = next(part for part in parts if part["type"] == "http.response.start")
    body = b"".join(part.get("body", b"") for part in parts if part["type"] == "http.response.body")
    return start["status"], [(name.lower(), value) for name, value in start.get("headers", [])], body


async def mended(app, scope, receive, send, status, mend):
    """Hands on the answer as it comes; one of this status whole, with the headers and the body that `mend` makes of its own."""
    start, parts = None, []

    async def send_on(message):
        nonlocal start
        if message["type"] == "http.response.start" and message["status"] == status:
            start = message
        elif start is None:
            await send(message)
        else:
            parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                headers = [(name.lower(), value) for name, value in start.get("headers", [])]
                headers, body = mend(headers, b"".join(parts))
                await answer(send, status, body, headers)

    await app(scope, receive, send_on)


async def answer(send, status, body, headers):
    """Sends a whole answer. An answer to HEAD has no body, and says how long that of GET is."""
    replaced = (b"content-length", b"transfer-encoding") if body else (b"transfer-encoding",)
    kept = [pair for pair in headers if pair[0] not in replaced]
    if not any(name == b"content-length" for name, _ in kept):
        kept.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": kept})
    await send({"type": "http.response.body", "body": body})


def proof(of, region, service):
    """A request's proof that it comes from `of`, an account or a key of one; nobody looks at the signature."""
    return f"AWS4-HMAC-SHA256 Credential={of}/20260101/{region}/{service}/aws4_request".encode()


async def ask(app, scope, method, path, query, body, headers=()):
    """Asks the emulator in the name of whoever sent the request in `scope`. It looks at no signature of the account's own
    keys, so that another body may have the same one."""
    kept = [pair for pair in scope["headers"] if pair[0].lower() in (b"authorization", b"host", b"x-amz-date")]
    length = (b"content-length", str(len(body)).encode())
    asked = {**scope, "method": method, "path": path, "raw_path": path.encode(), "query_string": query}
    asked["headers"] = [*kept, (b"x-amz-content-sha256", b"UNSIGNED-PAYLOAD"), length, *headers]

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    return await collect(app, asked, receive)
