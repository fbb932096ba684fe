"""What CloudFront does and MiniStack does not: a distribution that names no methods takes GET and HEAD alone.

Amazon CloudFront API Reference, "AllowedMethods".
"""

from asgi import answer
from ministack.services import cloudfront

USUAL = ("GET", "HEAD")
HEADERS = [(b"content-type", b"text/html"), (b"server", b"CloudFront"), (b"x-amz-cf-id", b"practice")]


def guarded(distribution, serve):
    """Serves the distribution to requests of the methods that the behavior for their path allows. Behind it functions may
    run, unless all of its origins are buckets."""

    settings = cloudfront.parse_distribution_dataplane_config(distribution)

    async def guard(app, scope, receive, send):
        if scope["method"] not in allowed(settings, scope["path"]):
            return await refuse(send)
        await serve(app, scope, receive, send)

    guard.runs_code = not all(origin["s3_bucket"] for origin in settings["origins"].values())
    return guard


def allowed(settings, path):
    behavior = cloudfront._match_behavior(settings, path)
    return (behavior or {}).get("allowed_methods") or USUAL


async def refuse(send):
    """What CloudFront says of a request that it does not take, or where it knows no distribution for a name."""
    await answer(send, 403, b"<TITLE>ERROR: The request could not be satisfied</TITLE>", HEADERS)
