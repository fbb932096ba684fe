"""Runs `aws` commands for the tests in forked copies of itself, because importing the CLI costs most of a call's time.

Usage: python aws_server.py FOLDER, with the Python that has awscli. Listens at FOLDER/socket, prints "ready", and serves
aws_client.c until its standard input closes, so that it ends with the process that started it, however that one ended;
then it removes the folder.

Each call runs awscli's own entry point in a fresh copy with the client's arguments, environment, folder and streams.
The copies share only what cannot differ between two calls that have neither plugins nor data files of their own: imported
modules, the table of commands and parsed data files. A copy reports what it had to import and parse itself, so that the
next one finds it.
"""

import array
import atexit
import contextlib
import gc
import importlib
import io
import json
import logging
import os
import selectors
import shutil
import signal
import socket
import sys
import threading

import awscli.clidriver
import botocore.loaders
import botocore.session

CLI_DATA = os.environ["AWS_DATA_PATH"]  # awscli sets it when it is imported
WARM_UP = [
    "sts get-caller-identity",
    "iam list-users",
    "route53 list-hosted-zones",
    "acm list-certificates",
    "s3api list-buckets",
    "s3 ls",
]
DESCRIPTORS = 4  # standard input, output, error, and the client's folder


class DataFiles(botocore.loaders.JSONFileLoader):
    """Parses each of botocore's data files once."""

    def __init__(self):
        self.parsed = {}

    def load_file(self, path):
        if path not in self.parsed:
            self.parsed[path] = super().load_file(path)
        return self.parsed[path]


FILES = DataFiles()
LOADER = botocore.loaders.Loader(extra_search_paths=[CLI_DATA], file_loader=FILES)


def warm_up():
    """Makes calls that nobody answers: they import what calls import, and CPython runs faster what has run before."""
    os.environ.update({"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"})
    os.environ.update({"AWS_MAX_ATTEMPTS": "1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1"})
    with contextlib.redirect_stderr(io.StringIO()):
        for call in WARM_UP:
            awscli.clidriver.create_clidriver().main(call.split())
    logging.getLogger("awscli").handlers.clear()  # each call adds one


def prepare():
    """Makes everything of a call that comes before its arguments and its configuration are read."""
    botocore.session.create_loader = lambda path=None: LOADER
    warm_up()
    driver = awscli.clidriver.create_clidriver()
    driver._get_command_table()
    driver._get_argument_table()
    # It was read to look for plugins; a call has a configuration of its own.
    driver.session._config = None
    awscli.clidriver.create_clidriver = lambda: driver


class Server:
    def __init__(self, folder):
        self.folder = folder
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(folder, "socket"))
        self.listener.listen(64)
        self.events = selectors.DefaultSelector()
        self.watch(self.listener, self.accept)
        self.watch(sys.stdin.fileno(), self.stop)  # nobody writes to it
        self.copies = set()

    def watch(self, source, react):
        self.events.register(source, selectors.EVENT_READ, react)

    def serve(self):
        while True:
            for key, _ in self.events.select():
                # An earlier reaction of this round may have closed the source, and its number be another's by now.
                if self.events.get_map().get(key.fd) is key:
                    key.data()

    def stop(self):
        for copy in self.copies:
            os.kill(copy.pid, signal.SIGKILL)
        shutil.rmtree(self.folder)
        os._exit(0)

    def accept(self):
        client, _ = self.listener.accept()
        try:
            request = Request.receive(client)
        except (OSError, ValueError):
            return  # the client was killed half-way
        Copy(self, client, request)


class Request:
    """What a client wants run: argument and environment lists of bytes, and its four descriptors."""

    @classmethod
    def receive(cls, client):
        client.settimeout(10)
        self = cls()
        self.descriptors = array.array("i")
        space = socket.CMSG_SPACE(DESCRIPTORS * self.descriptors.itemsize)
        data, ancillary, _, _ = client.recvmsg(1 << 16, space)
        for _, _, packed in ancillary:
            self.descriptors.frombytes(packed)
        size, count = (int.from_bytes(data[at : at + 8], "big") for at in (0, 8))
        while len(data) < size:
            data += client.recv(1 << 16) or self.refuse()
        words = data[16:].split(b"\0")
        self.arguments, self.environment = words[:count], words[count:]
        return self

    def refuse(self):
        raise ValueError("the client left in the middle of its request")

    def close(self):
        for descriptor in self.descriptors:
            os.close(descriptor)

    def take_over(self):
        """Makes this process look like the client's."""
        *streams, folder = self.descriptors
        for number, descriptor in enumerate(streams):
            os.dup2(descriptor, number)
        os.fchdir(folder)
        self.close()
        os.environb.clear()
        os.environb.update(entry.split(b"=", 1) for entry in self.environment)
        os.environ["AWS_DATA_PATH"] = CLI_DATA
        sys.argv = ["aws", *map(os.fsdecode, self.arguments)]


class Copy:
    """One running call: the copy's process, its client, and the pipe on which it reports when it ends."""

    def __init__(self, server, client, request):
        self.server, self.client, self.report = server, client, b""
        self.pipe, pipe = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            server.events.close()
            server.listener.close()
            client.close()
            request.take_over()
            run(pipe)
        os.close(pipe)
        request.close()
        server.copies.add(self)
        server.watch(client, self.abandon)
        server.watch(self.pipe, self.listen)

    def abandon(self):
        """The client has gone: it was killed."""
        os.kill(self.pid, signal.SIGKILL)
        self.server.events.unregister(self.client)

    def listen(self):
        data = os.read(self.pipe, 1 << 16)
        self.report += data
        if not data:
            self.end()

    def end(self):
        self.server.events.unregister(self.pipe)
        os.close(self.pipe)
        self.server.copies.remove(self)
        _, status = os.waitpid(self.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        with contextlib.suppress(OSError):
            self.client.sendall(code.to_bytes(2, "big", signed=True))
        with contextlib.suppress(KeyError):  # abandoned
            self.server.events.unregister(self.client)
        self.client.close()
        learn(self.report)


def run(pipe):
    """Runs the command in this copy and ends the process with the command's exit code."""
    modules, files = set(sys.modules), set(FILES.parsed)
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    news = {"modules": [*set(sys.modules) - modules], "files": [*set(FILES.parsed) - files]}
    os.write(pipe, json.dumps(news).encode())
    try:
        threading._shutdown()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code)  # the interpreter's own way to report a stream that cannot be written
    if code is None or isinstance(code, int):
        os._exit((code or 0) & 0xFF)  # tearing the interpreter down would take longer than the call
    sys.exit(code)


def learn(report):
    """Imports and parses what a copy had to, so that the next copies need not."""
    news = json.loads(report) if report else {"modules": [], "files": []}
    for module in news["modules"]:
        with contextlib.suppress(Exception):  # a copy that needs it will import it again, and report the failure
            importlib.import_module(module)
    for path in news["files"]:
        FILES.load_file(path)
    if news["modules"] or news["files"]:
        gc.freeze()


def main():
    os.setsid()  # what ends the tests' process group, such as Ctrl-C, must leave time to remove the folder
    prepare()
    gc.freeze()
    server = Server(sys.argv[1])
    print("ready", flush=True)
    server.serve()


if __name__ == "__main__":
    main()
