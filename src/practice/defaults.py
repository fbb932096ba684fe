"""What AWS does by itself and MiniStack does not: a new bucket lets nobody open it to the public.

Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage".
"""

from asgi import answer, ask, collect
from refusals import makes_bucket

BLOCKED = "".join(
    f"<{name}>true</{name}>"
    for name in ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
)


async def serve(app, scope, receive, send):
    """The emulator, with what it lacks."""
    if not makes_bucket(scope):
        return await app(scope, receive, send)
    status, headers, body = await collect(app, scope, receive)
    if status == 200:
        text = f"<PublicAccessBlockConfiguration>{BLOCKED}</PublicAccessBlockConfiguration>"
        await ask(app, scope, "PUT", scope["path"], b"publicAccessBlock", text.encode())
    await answer(send, status, body, headers)
