"""The website endpoint of a bucket, which MiniStack does not have (Amazon S3 User Guide, "Website endpoints")."""

import re
from urllib.parse import quote

from asgi import answer, collect, with_headers
from defusedxml import ElementTree
from ministack.services import s3


class Website:
    """Shows the objects of a bucket as pages, to whomever its policy lets read them."""

    def __init__(self, bucket):
        self.bucket = bucket

    async def __call__(self, app, scope, receive, send):
        if self.bucket not in s3._buckets:
            return await self.fail(send, 404, "NoSuchBucket")
        config = s3._bucket_websites.get(self.bucket)
        if not config:
            return await self.fail(send, 404, "NoSuchWebsiteConfiguration")
        config = ElementTree.fromstring(config)
        if host := text(config, "RedirectAllRequestsTo", "HostName"):
            scheme = text(config, "RedirectAllRequestsTo", "Protocol") or "http"
            return await answer(send, 301, b"", [(b"location", f"{scheme}://{host}{scope['path']}".encode())])
        path = scope["path"]
        if path.endswith("/"):
            path += text(config, "IndexDocument", "Suffix") or ""
        status, headers, body = await self.read(app, scope, receive, path)
        error = text(config, "ErrorDocument", "Key")
        if status >= 400 and error:
            found = await self.read(app, scope, receive, "/" + error)
            headers, body = found[1:] if found[0] == 200 else (headers, body)
        elif status >= 400:
            code = re.search(rb"<Code>(\w+)</Code>", body)
            return await self.fail(send, status, code[1].decode() if code else "InternalError")
        await answer(send, status, body, [*headers, (b"server", b"AmazonS3")])

    async def read(self, app, scope, receive, path):
        """The object at the path, as everyone may read it."""
        path = f"/{self.bucket}{path}"
        asked = with_headers(scope, {b"host": b"localhost", b"authorization": None})
        asked |= {"path": path, "raw_path": quote(path).encode(), "query_string": b""}
        status, headers, body = await collect(app, asked, receive)
        kept = [pair for pair in headers if not pair[0].lower().startswith((b"x-amzn", b"access-control"))]
        return status, kept, body

    async def fail(self, send, status, code):
        body = f"<html><body><h1>{status}</h1><ul><li>Code: {code}</li></ul></body></html>".encode()
        await answer(send, status, body, [(b"content-type", b"text/html"), (b"server", b"AmazonS3")])


def text(config, *path):
    for name in path:
        config = next((child for child in config if child.tag.rpartition("}")[2] == name), None)
        if config is None:
            return None
    return config.text
