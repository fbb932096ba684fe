"""Runs `aws` commands for the tests in processes that live on, because importing the CLI costs most of a call's time.

Usage: python aws_server.py FOLDER, with the Python that has awscli. Listens at FOLDER/socket, prints "ready", and serves
aws_client.c until its standard input closes, so that it ends with the process that started it, however that one ended;
then it removes the folder.

Each call runs awscli's own entry point with the client's arguments, environment, folder and streams, in a worker: a forked
copy of this process that serves one call at a time. A call makes a driver, a session and clients of its own, as a process
of its own would. What is shared cannot differ between two calls that have neither plugins nor data files of their own:
imported modules and parsed data files. A worker reports what it had to import and parse itself, so that the next one finds
it; and it ends with its call where that did not end as usual. A fork for each call would take longer: CPython counts references,
so that most of the memory would have to be copied.
"""

import array
import contextlib
import functools
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
import time
import weakref

import awscli.clidriver
import botocore.hooks
import botocore.httpsession
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
CALLS_OF_A_WORKER = 500  # then another takes its place, so that what a call may leave in memory does not add up


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
CONNECTIONS = weakref.WeakSet()  # the HTTP sessions of the call that is being served


def warm_up():
    """Makes calls that nobody answers: they import what calls import, and CPython runs faster what has run before."""
    os.environ.update({"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"})
    os.environ.update({"AWS_MAX_ATTEMPTS": "1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1"})
    with contextlib.redirect_stderr(io.StringIO()):
        for call in WARM_UP:
            awscli.clidriver.create_clidriver().main(call.split())
    logging.getLogger("awscli").handlers.clear()  # each call adds one


def prepare():
    botocore.session.create_loader = lambda path=None: LOADER
    remember_names_of_events()
    remember_connections()
    warm_up()


def remember_names_of_events():
    """Half of a call is the registration of its four hundred handlers; what is asked of each is the same every time."""
    hooks = botocore.hooks
    hooks.BaseEventHooks._verify_accept_kwargs = lambda self, handler: None
    plain = hooks.EventAliaser(None)
    hooks.EventAliaser._alias_event_name = staticmethod(functools.cache(plain._alias_event_name))


def remember_connections():
    """A process that ends closes its connections; a worker has to."""
    session = botocore.httpsession.URLLib3Session
    plain = session.__init__

    def init(self, *arguments, **options):
        plain(self, *arguments, **options)
        CONNECTIONS.add(self)

    session.__init__ = init


class Server:
    def __init__(self, folder):
        self.folder = folder
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(folder, "socket"))
        self.listener.listen(64)
        self.events = selectors.DefaultSelector()
        self.watch(self.listener, self.accept)
        self.watch(sys.stdin.fileno(), self.stop)  # nobody writes to it
        self.workers, self.idle = set(), []

    def watch(self, source, react):
        self.events.register(source, selectors.EVENT_READ, react)

    def serve(self):
        while True:
            for key, _ in self.events.select():
                # An earlier reaction of this round may have closed the source, and its number be another's by now.
                if self.events.get_map().get(key.fd) is key:
                    key.data()

    def stop(self):
        for worker in self.workers:
            os.kill(worker.pid, signal.SIGKILL)
        shutil.rmtree(self.folder)
        os._exit(0)

    def accept(self):
        if not self.idle:
            self.idle.append(Worker(self))  # before there are a client and descriptors, which it would hold open
        client, _ = self.listener.accept()
        client.settimeout(10)
        try:
            request = Request.receive(client)
        except (OSError, ValueError):
            return  # the client was killed half-way
        self.idle.pop().take(client, request)

    def leave(self):
        """Closes, in a worker, what is the server's alone."""
        self.events.close()
        self.listener.close()
        for worker in self.workers:
            worker.channel.close()
            if worker.client:
                worker.client.close()


class Request:
    """What a client wants run: argument and environment lists of bytes, and its four descriptors."""

    @classmethod
    def receive(cls, sender):
        self = cls()
        self.descriptors = array.array("i")
        space = socket.CMSG_SPACE(DESCRIPTORS * self.descriptors.itemsize)
        self.data, ancillary, _, _ = sender.recvmsg(1 << 16, space)
        for _, _, packed in ancillary:
            self.descriptors.frombytes(packed)
        size, count = (int.from_bytes(self.data[at : at + 8], "big") for at in (0, 8))
        while len(self.data) < max(size, 1):
            self.data += sender.recv(1 << 16) or self.refuse()
        words = self.data[16:].split(b"\0")
        self.arguments, self.environment = words[:count], words[count:]
        return self

    def refuse(self):
        self.close()
        raise ValueError("the client left in the middle of its request")

    def hand_over(self, channel):
        try:
            sent = socket.send_fds(channel, [self.data], self.descriptors)
            channel.sendall(self.data[sent:])
        finally:
            self.close()  # whoever reads what the command writes waits for the end of its streams

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
        sys.stdin = open(0, encoding=sys.stdout.encoding, errors=sys.stdout.errors, closefd=False)
        os.environb.clear()
        os.environb.update(entry.split(b"=", 1) for entry in self.environment)
        os.environ["AWS_DATA_PATH"] = CLI_DATA
        time.tzset()
        sys.argv = ["aws", *map(os.fsdecode, self.arguments)]


class Worker:
    """The server's side of a worker: its process, the channel to it, and its client while it has one."""

    def __init__(self, server):
        self.server, self.client, self.report, self.calls = server, None, b"", 0
        self.channel, channel = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            server.leave()
            self.channel.close()
            work(channel)
        channel.close()
        server.workers.add(self)
        server.watch(self.channel, self.listen)

    def take(self, client, request):
        self.client = client
        self.calls += 1
        self.server.watch(client, self.abandon)
        with contextlib.suppress(OSError):  # it has ended, and `end` says so to the client
            request.hand_over(self.channel)

    def abandon(self):
        """The client has gone: it was killed."""
        os.kill(self.pid, signal.SIGKILL)
        self.part()

    def listen(self):
        with contextlib.suppress(ConnectionResetError):
            self.report += (data := self.channel.recv(1 << 16))
            if not data:
                return self.end()
        if not self.report.endswith(b"\n"):
            return
        report, self.report = json.loads(self.report), b""
        if report["code"] is not None and self.client:  # without a client, it is being killed
            self.answer(report["code"])
            self.rest()
        learn(report)

    def rest(self):
        if self.calls < CALLS_OF_A_WORKER:
            self.server.idle.append(self)
        else:
            self.channel.shutdown(socket.SHUT_WR)  # it ends when it reads that

    def end(self):
        """The process has ended, with its call or without one."""
        self.server.events.unregister(self.channel)
        self.channel.close()
        self.server.workers.remove(self)
        with contextlib.suppress(ValueError):
            self.server.idle.remove(self)
        _, status = os.waitpid(self.pid, 0)
        self.answer(os.waitstatus_to_exitcode(status))

    def answer(self, code):
        if not self.client:
            return  # abandoned
        with contextlib.suppress(OSError):
            self.client.sendall(code.to_bytes(2, "big", signed=True))
        self.part()

    def part(self):
        self.server.events.unregister(self.client)
        self.client.close()
        self.client = None


def work(channel):
    """Serves one call after the other, until the server has no more, or one did not end as usual."""
    log, nothing = os.dup(2), os.open(os.devnull, os.O_RDWR)
    gc.disable()  # between two calls, little is left to go through
    while True:
        try:
            request = Request.receive(channel)
        except (OSError, ValueError):
            os._exit(0)
        request.take_over()
        report = run(channel)
        os.chdir("/")
        # Whoever reads what the command writes waits for the end of its streams.
        for number, descriptor in enumerate([nothing, nothing, log]):
            os.dup2(descriptor, number)
        channel.sendall(report)
        gc.collect()
        gc.freeze()


def run(channel):
    """Runs the command. Gives the report, or ends the process as the command would have ended one."""
    modules, files = set(sys.modules), set(FILES.parsed)
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    news = {"modules": [*set(sys.modules) - modules], "files": [*set(FILES.parsed) - files]}
    if not ended_as_usual(code):
        channel.sendall(report_of(None, news))
        sys.exit(code)  # the interpreter's own way to wait for threads, and to report a stream that cannot be written
    for connection in [*CONNECTIONS]:
        connection.close()
    logging.getLogger("awscli").handlers.clear()
    return report_of((code or 0) & 0xFF, news)


def ended_as_usual(code):
    if not (code is None or isinstance(code, int)) or threading.active_count() > 1:
        return False
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return False
    return True


def report_of(code, news):
    return json.dumps({"code": code, **news}).encode() + b"\n"


def learn(report):
    """Imports and parses what a worker had to, so that the next worker need not."""
    for module in report["modules"]:
        with contextlib.suppress(Exception):  # a worker that needs it will import it again, and report the failure
            importlib.import_module(module)
    for path in report["files"]:
        FILES.load_file(path)
    if report["modules"] or report["files"]:
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
