"""What AWS does by itself and MiniStack does not: a new bucket lets nobody open it to the public, a certificate is issued
once the records that prove the domain are there, and whoever enters the code from the mail has a verified address.

Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage"; AWS Certificate Manager User Guide, "AWS
Certificate Manager DNS validation".
"""

import json

import users
import zones
from asgi import answer, ask, collect, header

BLOCKED = "".join(
    f"<{name}>true</{name}>"
    for name in ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
)
CERTIFICATES = ("CertificateManager.DescribeCertificate", "CertificateManager.ListCertificates")


async def serve(app, scope, receive, send):
    """The emulator, with what it lacks."""
    if scope["type"] == "http" and header(scope, b"x-amz-target") in CERTIFICATES:
        return await with_certificates_that_wait(app, scope, receive, send)
    if scope["type"] == "http" and header(scope, b"x-amz-target") == users.CONFIRMS:
        return await users.confirm(app, scope, receive, send)
    if scope["type"] == "http" and makes_bucket(scope):
        return await with_public_access_blocked(app, scope, receive, send)
    await app(scope, receive, send)


def makes_bucket(scope):
    """Whether it is the request of CreateBucket, as the `aws` CLI sends it to an endpoint of one's own."""
    one_name = scope["path"].strip("/").count("/") == 0 and scope["path"] != "/"
    return scope["method"] == "PUT" and one_name and not scope["query_string"]


async def with_public_access_blocked(app, scope, receive, send):
    status, headers, body = await collect(app, scope, receive)
    if status == 200:
        text = f"<PublicAccessBlockConfiguration>{BLOCKED}</PublicAccessBlockConfiguration>"
        await ask(app, scope, "PUT", scope["path"], b"publicAccessBlock", text.encode())
    await answer(send, status, body, headers)


async def with_certificates_that_wait(app, scope, receive, send):
    status, headers, body = await collect(app, scope, receive)
    if status == 200:
        found = json.loads(body)
        for certificate in [found.get("Certificate"), *found.get("CertificateSummaryList", [])]:
            if certificate:
                await hold_back(app, scope, certificate)
        body = json.dumps(found).encode()
    await answer(send, status, body, headers)


async def hold_back(app, scope, certificate):
    """Makes it wait for records that are missing. A summary does not name them, and so its certificate is read."""
    if certificate.get("Type") not in (None, "AMAZON_ISSUED"):
        return
    whole = certificate
    if "DomainValidationOptions" not in whole:
        whole = await described(app, scope, certificate["CertificateArn"])
    missing = [option for option in whole.get("DomainValidationOptions", []) if not is_proven(option)]
    if not missing:
        return
    certificate["Status"] = "PENDING_VALIDATION"
    for name in ("IssuedAt", "NotBefore", "NotAfter"):
        certificate.pop(name, None)
    for option in missing:
        option["ValidationStatus"] = "PENDING_VALIDATION"


async def described(app, scope, arn):
    target = (b"x-amz-target", CERTIFICATES[0].encode())
    body = json.dumps({"CertificateArn": arn}).encode()
    _, _, body = await ask(app, scope, "POST", "/", b"", body, [target])
    return json.loads(body).get("Certificate", {})


def is_proven(option):
    """Whether a public hosted zone has the record that the name's validation asks for, or none is asked for."""
    wanted = option.get("ResourceRecord")
    if not wanted:
        return True
    name, value = (zones.plain(wanted[key]) for key in ("Name", "Value"))
    return any(zones.name_of(record) == name and value in zones.values(record) for record in zones.records())
