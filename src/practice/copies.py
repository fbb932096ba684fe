"""A throw-away copy of the account, in which `msl-learn check` tries what would leave a trace in the learner's own: a
function that is called writes its log, and perhaps more. It is kept until the account changes, or nobody asks for a while.
"""

import asyncio
import hashlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

from asgi import answer, replayed

IDLE = 60.0  # seconds without a visit, after which the copy is ended
LIMIT = 60  # seconds that an answer may take
TEXT = [(b"content-type", b"text/plain; charset=utf-8")]
# What functions have written bears on no answer.
LOGS = {"cloudwatch_logs.json"}
PARTS = {"STATE_DIR": "state", "S3_DATA_DIR": "s3"}
PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "serve_copy.py")


class Copy:
    """The copy, which begins with the first visit. `save` writes the account to its folders: it is asked to, and what is saved
    is compared, only if something may have changed since the last visit."""

    def __init__(self, save):
        self.save, self.lock = save, asyncio.Lock()
        self.process, self.port, self.of, self.asked = None, 0, None, 0.0
        self.is_current = False

    def outdate(self):
        """Something in the account may have changed."""
        self.is_current = False

    async def visit(self, scope, receive, send):
        body, _ = await replayed(receive)
        async with self.lock:
            self.asked = time.monotonic()
            runs = self.process is not None and self.process.poll() is None
            if not self.is_current or not runs:
                self.save()
                now = content()
                if not runs or self.of != now:
                    self.renew(now)
                self.is_current = True
            try:
                status, headers, body = await asyncio.to_thread(self.ask, scope, body)
            except OSError as error:
                status, headers, body = 504, TEXT, f"the copy of the account does not answer: {error}\n".encode()
            self.asked = time.monotonic()
        await answer(send, status, body, headers)

    def renew(self, now):
        """Begins again with the account as it is, of which `now` is the number."""
        self.end()
        folder = os.path.join(os.environ["TMPDIR"], "copy")
        shutil.rmtree(folder, ignore_errors=True)
        places = {name: os.path.join(folder, part) for name, part in PARTS.items()}
        for name, place in places.items():
            if os.path.isdir(os.environ[name]):
                shutil.copytree(os.environ[name], place)
        temporary = os.path.join(folder, "tmp")
        os.makedirs(temporary)
        self.of = now
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
            environment = {**os.environ, **places, "TMPDIR": temporary, "GATEWAY_PORT": str(self.port)}
            command = [sys.executable, "-I", "-u", PROGRAM, folder]
            self.process = subprocess.Popen(command, stdin=listener, env=environment)

    def ask(self, scope, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        target = scope["raw_path"].decode("latin-1")
        if scope["query_string"]:
            target += "?" + scope["query_string"].decode("latin-1")
        connection.putrequest(scope["method"], target, skip_host=True, skip_accept_encoding=True)
        for name, value in scope["headers"]:
            connection.putheader(name.decode("latin-1"), value)
        connection.endheaders(body)
        try:
            response = connection.getresponse()
            headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in response.getheaders()]
            return response.status, headers, response.read()
        finally:
            connection.close()

    def end_when_idle(self):
        if self.process and not self.lock.locked() and time.monotonic() - self.asked > IDLE:
            self.end()

    def end(self):
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            self.process.kill()  # it has no group of its own yet, or has gone
        self.process.wait()
        self.process = None


def content():
    """What is in the account but for logs, as a number: all that is saved of it, and which objects there are."""
    digest = hashlib.sha256()
    for name in PARTS:
        for folder, _, files in sorted(os.walk(os.environ[name])):
            for file in sorted(set(files) - LOGS):
                path = os.path.join(folder, file)
                digest.update(path.encode("utf-8", "surrogateescape"))
                if name == "STATE_DIR":
                    with open(path, "rb") as opened:
                        digest.update(opened.read())
                else:
                    about = os.stat(path)
                    digest.update(f"{about.st_size} {about.st_mtime_ns}".encode())
    return digest.digest()
