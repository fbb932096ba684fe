"""The website endpoint of a bucket, which MiniStack does not have (Amazon S3 User Guide, "Website endpoints" and
"Configuring an index document")."""

import re
from urllib.parse import quote

from asgi import answer, collect, with_headers
from defusedxml import ElementTree
from ministack.services import s3

SERVER = (b"server", b"AmazonS3")


class Website:
    """Shows the objects of a bucket as pages, to whomever its policy lets read them."""

    runs_code = False

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
        path, suffix = scope["path"], text(config, "IndexDocument", "Suffix") or ""
        is_folder = path.endswith("/")
        status, headers, body = await self.read(app, scope, receive, path + suffix if is_folder else path)
        if status >= 400 and not is_folder:
            index = await self.read(app, scope, receive, f"{path}/{suffix}")
            if index[0] == 200:
                return await answer(send, 302, b"", [(b"location", quote(f"{path}/").encode()), SERVER])
        error = text(config, "ErrorDocument", "Key")
        if status >= 400 and error:
            found = await self.read(app, scope, receive, "/" + error)
            headers, body = found[1:] if found[0] == 200 else (headers, body)
        elif status >= 400:
            code = re.search(rb"<Code>(\w+)</Code>", body)
            return await self.fail(send, status, code[1].decode() if code else "InternalError")
        await answer(send, status, body, [*headers, SERVER])

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
        await answer(send, status, body, [(b"content-type", b"text/html"), SERVER])


def text(config, *path):
    for name in path:
        config = next((child for child in config if child.tag.rpartition("}")[2] == name), None)
        if config is None:
            return None
    return config.text
