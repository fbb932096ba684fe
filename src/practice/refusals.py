"""What AWS refuses and MiniStack lets pass: requests about buckets that nobody has signed, policies of buckets that are none, and
alias records whose target lies in another hosted zone than they say.

Amazon S3 API Reference, "CreateBucket", "ListBuckets" and "PutBucketPolicy"; Amazon Route 53 API Reference, "AliasTarget".
"""

import json
import re

import zones
from asgi import MACHINE, answer, header, host_of, replayed
from defusedxml import ElementTree
from ministack.services import route53, s3

S3 = r"(.+\.)?s3[.-].+"
CHANGES = r"/2013-04-01/hostedzone/([A-Z0-9]+)/rrset/?"
CLOUDFRONT = ".cloudfront.net"
# The hosted zone of all distributions.
CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2"
SIGNED = (b"X-Amz-Algorithm=", b"AWSAccessKeyId=")
XML = [(b"content-type", b"text/xml")]


def play():
    """Lets a bucket have only a policy that is one."""
    others = s3._put_bucket_policy

    def put(name, body):
        wrong = not_a_policy(body) if name in s3._buckets else None
        return s3._error("MalformedPolicy", wrong, 400) if wrong else others(name, body)

    s3._put_bucket_policy = put


def not_a_policy(body):
    """Why S3 takes the text for no policy, in its words; or None."""
    try:
        policy = json.loads(body)
    except ValueError:
        policy = None
    if not isinstance(policy, dict) or body[:1] != b"{":
        return "Policies must be valid JSON and the first byte must be '{'"
    if "Statement" not in policy:
        return "Missing required field Statement"
    return None if policy["Statement"] else "Could not parse the policy: Statement is empty!"


async def serve(app, scope, receive, send):
    """The emulator, as strict as AWS."""
    if is_about_all_buckets(scope) and not is_signed(scope):
        return await answer(send, 403, error("AccessDenied", "Access Denied"), XML)
    if scope["method"] == "POST" and re.fullmatch(CHANGES, scope["path"]):
        return await change_records(app, scope, receive, send)
    await app(scope, receive, send)


def is_about_all_buckets(scope):
    """Whether it lists the account's buckets or makes one. What exists already, MiniStack guards by its policy."""
    return is_listing(scope) or makes_bucket(scope)


def is_listing(scope):
    is_query = b"Action=" in scope["query_string"]
    return scope["method"] in ("GET", "HEAD") and scope["path"] == "/" and host_of(scope) in MACHINE and not is_query


def makes_bucket(scope):
    """Whether it is the request of CreateBucket, at the endpoint itself or at the name of the bucket."""
    if scope["method"] != "PUT" or scope["query_string"]:
        return False
    one_name = "/" not in scope["path"].strip("/")
    if host_of(scope) in MACHINE:
        return one_name and scope["path"] != "/"
    return re.fullmatch(S3, host_of(scope)) is not None and one_name


def is_signed(scope):
    return bool(header(scope, b"authorization")) or any(name in scope["query_string"] for name in SIGNED)


async def change_records(app, scope, receive, send):
    body, receive = await replayed(receive)
    for kind, target, zone in aliases(body):
        if not lies_in(target, zone):
            message = (
                f"[Tried to create an alias that targets {target}., type {kind} in zone {zone}, "
                "but the alias target name does not lie within the target zone]"
            )
            return await answer(send, 400, failure("InvalidChangeBatch", message), XML)
    await app(scope, receive, send)


def aliases(body):
    """The types and targets of the alias records that are made, and the zones that the targets are said to lie in."""
    try:
        changes = [element for element in ElementTree.fromstring(body).iter() if local(element) == "Change"]
    except ElementTree.ParseError:
        return  # MiniStack says what is wrong with it
    for change in changes:
        texts = {local(element): element.text or "" for element in change.iter()}
        # In a record only its alias names a zone and a DNS name.
        if "AliasTarget" in texts and texts.get("Action") != "DELETE":
            yield texts.get("Type"), zones.plain(texts.get("DNSName", "")), texts.get("HostedZoneId", "").removeprefix("/hostedzone/")


def local(element):
    return element.tag.rpartition("}")[2]


def lies_in(target, zone):
    """Whether the target lies in the zone, as far as that is known: of the zones of most services nothing is."""
    if target.endswith(CLOUDFRONT) or zone == CLOUDFRONT_ZONE:
        return target.endswith(CLOUDFRONT) and zone == CLOUDFRONT_ZONE
    own = route53._zones.get(zone)
    name = own and zones.plain(own["name"])
    return own is None or target == name or target.endswith(f".{name}")


def error(code, message):
    return f"<Error><Code>{code}</Code><Message>{message}</Message></Error>".encode()


def failure(code, message):
    """An error as Route 53 words it."""
    inner = f"<Type>Sender</Type><Code>{code}</Code><Message>{message}</Message>"
    return f'<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error>{inner}</Error></ErrorResponse>'.encode()
