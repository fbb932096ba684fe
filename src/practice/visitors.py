"""Plays the internet around the practice account: whoever asks this machine for one of the learner's names gets what a
visitor of AWS would get.

A name leads where a record of the account's hosted zones leads: to a distribution, to the website of a bucket, to an API,
or to the sign-in pages of a user pool. The names that AWS gives to these lead there as well. MiniStack plays distributions
and APIs by their own names; website endpoints and sign-in pages are played here.

A browser asks for `http://NAME.localhost:PORT/`, since it takes every name under `localhost` for this machine. In what it
gets, the learner's names are written in that way too. So a page works as it does on the internet, and the file in the
bucket stays as it is. `msl-learn check` asks for the names themselves. `logs.localhost` shows what functions wrote,
and `mail.localhost` what addresses are asked, and what was sent to them.
"""

import gzip
import re

import distributions
import logs
import mail
import pools
import trials
import zones
from asgi import MACHINE, answer, collect, header, host_of, with_headers
from defusedxml import ElementTree
from ministack.services import apigateway_v1, cloudfront
from sign_in import SignIn
from website import Website

LOCAL = ".localhost"
# The names that AWS gives.
CLOUDFRONT = r"[a-z0-9]+\.cloudfront\.net"
API = r"[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com"
# What MiniStack gives as the targets of a custom domain name; it knows the domain name itself by heart.
API_DOMAIN = r"[a-z0-9.-]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com|[a-z0-9-]+\.[a-z0-9.-]+\.cloudfront\.net"
# What MiniStack itself calls an API.
OWN_API = r"[a-z0-9]+\.execute-api\.localhost"
WEBSITE_ENDPOINT = r"s3-website[.-][a-z0-9-]+\.amazonaws\.com"
WEBSITE = rf"[a-z0-9][a-z0-9.-]+\.{WEBSITE_ENDPOINT}"
# A name of the internet ends in a word. What MiniStack itself answers to, such as `API.execute-api`, does not.
INTERNET = r"[a-z0-9.*-]+\.[a-z]{2,}"
TEXT = (b"content-type", b"text/plain; charset=utf-8")
FOREIGN = b"no page of another website may use the practice account\n"
TEXTS = ("text/", "application/javascript", "application/json", "application/xml")
# A record may lead to another one, and that to a third; more would be a circle.
LONGEST_WAY = 4
# Says in a request that a visitor asks, by any name, and in an answer that this is what a visitor gets.
VISIT = (b"x-msl-learn-visit", b"1")
LOG = b"x-msl-learn-log"


async def visit(app, scope, receive, send):
    """Answers a visitor; hands everything else on to `app`, the emulator."""
    if scope["type"] != "http":
        return await app(scope, receive, send)
    asked, _, port = header(scope, b"host").lower().partition(":")
    if asked in MACHINE or re.fullmatch(OWN_API, asked):
        return await emulator(app, scope, receive, send)
    if asked == logs.HOST:
        return await logs.show(scope, send)
    if asked == mail.HOST:
        return await mail.show(scope, send)
    if asked == trials.HOST and header(scope, VISIT[0]):
        return await trials.call(app, scope, receive, marked(send))
    name = asked.removesuffix(LOCAL)
    target = destination(name, address(scope) or name)
    if asked != name and isinstance(target, SignIn) and scope["method"] == "POST" and is_foreign(scope):
        return await answer(send, 403, FOREIGN, [TEXT])
    if asked != name and target:
        return await Browser(name, port).visit(app, scope, receive, send, target)
    if target:
        return await target(app, scope, receive, marked(send) if header(scope, VISIT[0]) else send)
    if asked == name and apigateway_v1.resolve_base_path_mapping(name, scope["path"]):
        return await app(scope, receive, send)  # an API's own domain name, whose record may come later
    if asked == name or re.fullmatch(INTERNET, name):
        return await answer(send, 404, f"nothing in the practice account answers as {name} yet\n".encode(), [TEXT])
    await emulator(app, scope, receive, send)


async def emulator(app, scope, receive, send):
    """The emulator itself, which looks at no signature of the account's keys: so no page of another website may ask it. A
    browser names where a page comes from; the program and the `aws` CLI are no pages. Everyone may call an API."""
    if is_foreign(scope) and not re.fullmatch(OWN_API, host_of(scope)):
        return await answer(send, 403, FOREIGN, [TEXT])
    await app(scope, receive, send)


def is_foreign(scope):
    """Whether a page asks that is not the practice account's own."""
    port, origin = header(scope, b"host").partition(":")[2], header(scope, b"origin").lower()
    name, _, origin_port = origin.removeprefix("http://").partition(":")
    is_own = origin.startswith("http://") and origin_port == port and (name in MACHINE or name.endswith(LOCAL))
    return bool(origin) and not is_own


def leaves_traces(scope):
    """Whether `msl-learn check` asks for what functions may answer: they write logs, and perhaps more."""
    if not header(scope, VISIT[0]):
        return False
    name = host_of(scope)
    target = destination(name, address(scope) or name)
    return name == trials.HOST or (target is not None and getattr(target, "runs_code", True))


def may_run_code(scope):
    """Whether it may lead to code of the learner's, such as a function behind an API. Who signs asks the emulator itself, and what
    `msl-learn check` asks of such code, a copy answers. A visitor's token is no signature."""
    is_own = header(scope, b"authorization").startswith("AWS4-") or header(scope, VISIT[0]) or scope["path"].startswith("/_ministack/")
    return not is_own


def address(scope):
    """The name whose address is connected to, instead of that of the host."""
    return header(scope, b"x-msl-learn-at").lower()


def marked(send):
    """Marks the answer, and says why a function failed that gave it: the last error of its log."""
    begun = logs.now()

    async def send_on(message):
        if message["type"] == "http.response.start":
            error = logs.error_since(begun) if message["status"] >= 500 else None
            why = [(LOG, error.encode("latin-1", "replace"))] if error else []
            message = {**message, "headers": [*message.get("headers", []), VISIT, *why]}
        await send(message)

    return send_on


def destination(own, name):
    """What answers for a name of the learner's, asked at the address that `name` has: a function like the emulator
    itself, or None."""
    for _ in range(LONGEST_WAY):
        if re.fullmatch(CLOUDFRONT, name):
            return distribution(own, name)
        if own == name and re.fullmatch(API, name):
            return as_host(name.partition(".")[0] + ".execute-api.localhost")
        if own != name and re.fullmatch(API_DOMAIN, name):
            return as_host(own)
        if re.fullmatch(WEBSITE, name):
            return Website(name.partition(".s3-website")[0])
        if re.fullmatch(WEBSITE_ENDPOINT, name):
            return Website(own)
        name = led(name)
        if name is None:
            return None
    return None


def led(name):
    """Where the account's public hosted zones lead the name."""
    for record in zones.records():
        if zones.name_of(record) == name and record.get("Type") in ("A", "AAAA", "CNAME"):
            return next(iter(zones.values(record)), None)
    return None


def distribution(own, host):
    """The distribution of that host, if it has the name that was asked for."""
    found = cloudfront.find_distribution_for_label(host.partition(".")[0])
    if found is None:
        # One of AWS's own. That of a user pool's domain knows no other name.
        pool = pools.of_domain(own)
        return SignIn(own, pool) if pool and pools.target(own) == host else None
    return distributions.guarded(found, as_host(host)) if own == host or own in aliases(found) else refused


def aliases(distribution):
    """The alternate domain names of a distribution."""
    config = cloudfront._find(ElementTree.fromstring(distribution["config_xml"]), "Aliases")
    return set() if config is None else {(item.text or "").lower() for item in config.iter() if len(item) == 0}


async def refused(app, scope, receive, send):
    await distributions.refuse(send)


def as_host(host):
    """The emulator, asked for `host`. Where it redirects to that, it is to the name that was asked for."""

    async def ask(app, scope, receive, send):
        asked = header(scope, b"host").partition(":")[0]

        async def send_on(message):
            if message["type"] == "http.response.start":
                message = {**message, "headers": [renamed(pair, host, asked) for pair in message.get("headers", [])]}
            await send(message)

        await app(with_headers(scope, {b"host": host.encode()}), receive, send_on)

    return ask


def renamed(pair, host, asked):
    name, value = pair
    if name.lower() != b"location":
        return pair
    return name, value.replace(f"//{host}/".encode(), f"//{asked}/".encode())


class Browser:
    """A browser on this machine, which asks for `NAME.localhost`: it gets the learner's names in that form."""

    def __init__(self, name, port):
        self.name, self.port, self.names = name, port, names()

    async def visit(self, app, scope, receive, send, target):
        asked = {
            b"host": self.name.encode(),
            b"origin": self.theirs(header(scope, b"origin")).encode() or None,
            # A name under `localhost` stands for the address with `https`.
            b"x-forwarded-proto": b"https",
            b"accept-encoding": None,
        }
        is_head = scope["method"] == "HEAD"
        whole = {**with_headers(scope, asked), "method": "GET" if is_head else scope["method"]}
        status, headers, body = await collect(lambda *call: target(app, *call), whole, receive)
        kind = dict(headers).get(b"content-type", b"").decode("latin-1")
        if kind.startswith(TEXTS):
            is_packed = dict(headers).get(b"content-encoding", b"").lower() == b"gzip" and body
            text = gzip.decompress(body) if is_packed else body
            text = self.ours(text.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
            body = gzip.compress(text) if is_packed else text
        rewritten = (b"location", b"access-control-allow-origin")
        headers = [(n, self.ours(v.decode("latin-1")).encode("latin-1") if n in rewritten else v) for n, v in headers]
        if is_head:
            kept = [pair for pair in headers if pair[0] != b"content-length"]
            headers, body = [*kept, (b"content-length", str(len(body)).encode())], b""
        await answer(send, status, body, headers)

    def ours(self, text):
        """The text, in which the learner's names lead to this machine."""
        return self.names.sub(lambda found: f"http://{found[1]}{LOCAL}:{self.port}", text)

    def theirs(self, origin):
        """The origin as the learner's API knows it."""
        return re.sub(rf"^http://([^/:]+){re.escape(LOCAL)}(:\d+)?$", r"https://\1", origin)


def names():
    """The addresses that begin with a name of the account's own, or one that AWS gave."""
    own = {zones.name_of(record) for record in zones.records()}
    patterns = [re.escape(name) for name in sorted(own, key=len, reverse=True)] + [CLOUDFRONT, API, WEBSITE]
    return re.compile(rf"https?://({'|'.join(patterns)})(?![\w.-])")
