"""A reverse proxy on 127.0.0.1 that notes every call and can let each answer wait, as a far network would."""

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlsplit

# These belong to one connection, not to the answer; the body's length is given again.
OF_THE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Call:
    """One request: equal to another when it asks the same of the same."""

    service: str
    region: str
    method: str
    path: str
    query: tuple
    target: str
    body: bytes

    def name(self):
        """The operation in the words of the wire, without the paging and filters that clients choose for themselves."""
        action = self.target or parse_qs(self.body.decode()).get("Action", [""])[0]
        part = "&".join(key for key, value in self.query if not value)
        return f"{self.service} {action or self.method + ' ' + self.path + (part and '?' + part)}"


class Proxy(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, upstream):
        super().__init__(("127.0.0.1", 0), Relay)
        self.upstream = urlsplit(upstream).netloc
        self.endpoint = f"http://127.0.0.1:{self.server_port}"
        self.delay = 0.0
        self.calls = []


class Relay(BaseHTTPRequestHandler):
    """Passes a request on and its answer back; reads are GET, HEAD or POST, so another method is refused with 501."""

    protocol_version = "HTTP/1.1"
    # Head and body leave together and at once: otherwise the kernel may hold the body back for 40 ms.
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.calls.append(self.call(body))
        status, headers, answer = self.ask_upstream(body)
        time.sleep(self.server.delay)
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in OF_THE_CONNECTION:
                self.send_header(name, value)
        length = dict(headers).get("Content-Length") if self.command == "HEAD" else None
        self.send_header("Content-Length", length or str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_HEAD = do_GET

    def call(self, body):
        # Signed requests name where they go: Credential=KEY/DATE/REGION/SERVICE/aws4_request.
        scope = self.headers.get("Authorization", "").partition("Credential=")[2].split("/") + [""] * 4
        url = urlsplit(self.path)
        query = tuple(sorted(parse_qsl(url.query, keep_blank_values=True)))
        target = self.headers.get("X-Amz-Target", "")
        return Call(scope[3], scope[2], self.command, url.path.rstrip("/") or "/", query, target, body)

    def ask_upstream(self, body):
        connection = HTTPConnection(self.server.upstream, timeout=60)
        try:
            connection.request(self.command, self.path, body=body or None, headers=dict(self.headers.items()))
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()

    def log_message(self, *_):
        """Says nothing: the calls are noted."""


@contextmanager
def proxy(upstream):
    with Proxy(upstream) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
