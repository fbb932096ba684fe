"""The emulators that stations.py serves: how each is loaded and serves, and what of it belongs to one process alone.

What their modules and the environment hold of a process's folder and port is replaced in a fork; see `move`.
"""

import asyncio
import os
import shutil
import sys
import threading
import time
from copy import deepcopy
from pathlib import Path

PACKAGES = {"ministack", "moto"}
# The launcher of the practice account.
LAUNCHER = str(Path(__file__).resolve().parents[2] / "src" / "practice")


def move(old, new):
    """Replaces the folder and the port of one process by those of another in the environment and in module constants."""
    changed = {name: moved(value, old, new) for name, value in os.environ.items()}
    os.environ.update(changed)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in PACKAGES and module is not None:
            constants = [(key, value) for key, value in vars(module).items() if isinstance(value, str)]
            vars(module).update({key: moved(value, old, new) for key, value in constants})


def moved(text, old, new):
    (old_folder, old_port), (folder, port) = old, new
    return port if text == old_port else text.replace(old_folder, folder)


class MiniStack:
    """The practice account: MiniStack with what the launcher plays beyond it, the visitors of what is built there. It keeps
    its account as a practice account does, so that what is saved of it is what a practice account saves."""

    # They sleep most of the time and never end.
    LOOPS = {
        "dynamodb-ttl-reaper",
        "eb-scheduler",
        "evb-scheduler-ticker",
        "event-source-poller",
        "ministack-container-reaper",
        "ministack-lambda-reaper",
    }
    # It begins these itself whenever it begins to serve.
    BEGUN = {"eb-scheduler", "evb-scheduler-ticker"}

    def __init__(self, folder, port):
        kept = {"PERSIST_STATE": "1", "STATE_DIR": f"{folder}/state", "S3_PERSIST": "1", "S3_DATA_DIR": f"{folder}/s3"}
        os.environ.update(kept | {"GATEWAY_PORT": port, "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0"})
        from hypercorn.asyncio import serve
        from hypercorn.config import Config
        from ministack import app
        from ministack.core import persistence
        from ministack.services import cloudwatch_logs, cognito, dynamodb, ssm  # what trials change
        from ministack.services import eventbridge, scheduler  # whenever it begins to serve

        poll_sleeping()

        sys.path.insert(0, LAUNCHER)
        import account

        # Without what functions need, nobody looks from outside.
        self.has_visitors = "MSL_VISITORS" in os.environ
        play = account.play if self.has_visitors else account.emulator
        self.ministack, self.app, self.persistence, self.hypercorn = app, play, persistence, (serve, Config)

    def serve(self, listener, ready, until_told):
        asyncio.run(self.serve_in_a_loop(listener, ready, until_told))

    async def serve_in_a_loop(self, listener, ready, until_told):
        serve, settings = self.hypercorn
        told, loop = asyncio.Event(), asyncio.get_running_loop()
        until_told(lambda: loop.call_soon_threadsafe(told.set))
        config = settings()
        config.bind = [f"fd://{listener.detach()}"]
        config.keep_alive_timeout = 75  # seconds, as MiniStack's own entry point has it
        app = Untraced(self.app) if self.has_visitors else self.app
        await serve(Endless(app, ready), config, shutdown_trigger=told.wait)

    def end_processes(self):
        """Functions run in processes of their own; the next invocation starts another."""
        runtime = sys.modules.get("ministack.core.lambda_runtime")
        if runtime:
            runtime.reset()

    def save(self):
        self.persistence.save_all(self.ministack._build_persistence_save_dict())


def poll_sleeping():
    """Polls event source mappings in a loop that sleeps: MiniStack's own waits in another way, and has no name, so that nobody
    could tell when the account rests."""
    from ministack.services import lambda_svc

    def poll():
        while True:
            if lambda_svc._esms.has_any():
                for source in (lambda_svc._poll_sqs, lambda_svc._poll_kinesis, lambda_svc._poll_dynamodb_streams):
                    source()
            time.sleep(0.2)

    lambda_svc._poller_started = True
    threading.Thread(target=poll, name="event-source-poller", daemon=True).start()


class Untraced:
    """What a check tries leaves no trace in a practice account, for that is tried in a copy. Here a copy would take too long to
    begin: what is tried is taken back. A fork serves in a loop of its own, to which the lock belongs."""

    def __init__(self, app):
        from ministack.services import cloudwatch_logs, dynamodb, ssm
        from trials import HOST

        self.app, self.host, self.lock = app, HOST, asyncio.Lock()
        self.changed = cloudwatch_logs, dynamodb, ssm

    async def __call__(self, scope, receive, send):
        from asgi import host_of

        if scope["type"] != "http" or host_of(scope) != self.host:
            return await self.app(scope, receive, send)
        async with self.lock:
            before = self.state()
            try:
                await self.app(scope, receive, send)
            finally:
                self.take_back(*before)

    def state(self):
        """What the services keep, the objects of the buckets, and a copy of their files. Of Cognito the pools alone: a reset
        would throw the keys away with which it has signed."""
        from ministack.services import cognito, s3

        objects = [(bucket, dict(bucket["objects"])) for bucket in s3._buckets._data.values()]
        files, copy = os.environ["S3_DATA_DIR"], f"{os.environ['S3_DATA_DIR']}.before"
        if os.path.isdir(files):
            shutil.copytree(files, copy)
        pools = deepcopy(cognito._user_pools._data)
        return [(module, module.get_state()) for module in self.changed], pools, objects, files, copy

    def take_back(self, services, pools, objects, files, copy):
        from ministack.services import cognito

        cognito._user_pools._data = pools
        for module, state in services:
            module.reset()
            module.load_persisted_state(state)
        for bucket, before in objects:
            bucket["objects"] = before
        shutil.rmtree(files, ignore_errors=True)
        if os.path.isdir(copy):
            os.rename(copy, files)


class Endless:
    """MiniStack's application, which is told of its beginning and not of its end: that would stop what a fork goes on with."""

    def __init__(self, app, ready):
        self.app, self.ready = app, ready

    async def __call__(self, scope, receive, send):
        if scope["type"] != "lifespan":
            return await self.app(scope, receive, send)
        messages, has_begun = asyncio.Queue(), asyncio.Event()
        messages.put_nowait(await receive())

        async def answer(message):
            await send(message)
            has_begun.set()

        life = asyncio.create_task(self.app(scope, messages.get, answer))
        await has_begun.wait()
        self.ready()
        await receive()
        life.cancel()
        await send({"type": "lifespan.shutdown.complete"})


class Moto:
    LOOPS = BEGUN = frozenset()
    # What is loaded before the fork. A service that is loaded when it is first asked answers late: Systems Manager reads
    # its public parameters for seconds, which is longer than a check waits on a busy machine.
    SERVICES = (
        "acm apigateway cloudfront cognito-idp dynamodb events iam lambda logs route53 s3 scheduler ssm sts"
    ).split()

    def __init__(self, folder, port):
        os.environ["MOTO_PORT"] = port
        from moto.core.config import default_user_config
        from moto.moto_api._internal import mock_random
        from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
        from werkzeug.serving import make_server

        default_user_config["lambda"]["use_docker"] = False  # there is none, and looking for it leaves files open
        self.random, self.make_server, self.handler = mock_random, make_server, MotoRequestHandler
        self.app = DomainDispatcherApplication(create_backend_app)
        self.app.debug = True  # as moto's own entry point has it
        for service in self.SERVICES:
            create_backend_app(service)

    def serve(self, listener, ready, until_told):
        self.random.seed()
        with listener:
            server = self.make_server(
                "127.0.0.1", 0, self.app, threaded=True, request_handler=self.handler, fd=listener.fileno()
            )
        with server:
            until_told(server.shutdown)
            ready()
            server.serve_forever(poll_interval=0.05)

    def end_processes(self):
        """It has none."""


KINDS = {"ministack": MiniStack, "moto": Moto}
