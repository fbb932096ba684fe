"""Certificates as AWS Certificate Manager issues them: once the records are there that prove the domain; and a list of them that
says their names. MiniStack issues them at once, and lists the first name of each.

AWS Certificate Manager User Guide, "AWS Certificate Manager DNS validation"; ACM API Reference, "CertificateSummary".
"""

import json
import os

import zones
from asgi import answer, collect, header
from ministack.services import acm

READS = ("CertificateManager.DescribeCertificate", "CertificateManager.ListCertificates")
REQUEST = "CertificateManager.RequestCertificate"
# Which certificates were issued, whatever became of their records since; a part of the account's state.
ISSUED = "issued.json"
# How many names of a certificate the list says.
LISTED = 100


async def serve(app, scope, receive, send):
    """The emulator, in which certificates wait."""
    target = header(scope, b"x-amz-target")
    if target in READS:
        return await with_those_that_wait(app, scope, receive, send)
    if target != REQUEST and not changes_records(scope):
        return await app(scope, receive, send)
    status, headers, body = await collect(app, scope, receive)
    issue()
    await answer(send, status, body, headers)


def changes_records(scope):
    return scope["method"] == "POST" and scope["path"].rstrip("/").endswith("/rrset")


def issue():
    """Notes the certificates whose records are there by now."""
    before = issued()
    proven = {arn for (_, _, arn), certificate in list(acm._certificates._data.items()) if is_proven(certificate)}
    if proven - before:
        with open(memory(), "w", encoding="utf-8") as file:
            json.dump(sorted(before | proven), file)


def issued():
    try:
        with open(memory(), encoding="utf-8") as file:
            return set(json.load(file))
    except (FileNotFoundError, ValueError):
        return set()


def memory():
    os.makedirs(os.environ["STATE_DIR"], exist_ok=True)
    return os.path.join(os.environ["STATE_DIR"], ISSUED)


async def with_those_that_wait(app, scope, receive, send):
    status, headers, body = await collect(app, scope, receive)
    if status == 200:
        found = json.loads(body)
        known = issued()
        for summary in found.get("CertificateSummaryList", []):
            add_names(summary)
        for certificate in [found.get("Certificate"), *found.get("CertificateSummaryList", [])]:
            if certificate and certificate["CertificateArn"] not in known:
                hold_back(certificate)
        body = json.dumps(found).encode()
    await answer(send, status, body, headers)


def add_names(summary):
    names = kept(summary["CertificateArn"]).get("SubjectAlternativeNames", [summary["DomainName"]])
    summary["SubjectAlternativeNameSummaries"] = names[:LISTED]
    summary["HasAdditionalSubjectAlternativeNames"] = len(names) > LISTED


def kept(arn):
    """The certificate as MiniStack keeps it."""
    return next((found for (_, _, name), found in list(acm._certificates._data.items()) if name == arn), {})


def hold_back(shown):
    """Lets it wait for records that are missing. A summary does not name them."""
    whole = kept(shown["CertificateArn"])
    if shown.get("Type") not in (None, "AMAZON_ISSUED") or is_proven(whole):
        return
    shown["Status"] = "PENDING_VALIDATION"
    for name in ("IssuedAt", "NotBefore", "NotAfter"):
        shown.pop(name, None)
    for option in shown.get("DomainValidationOptions", []):
        if not has_record(option):
            option["ValidationStatus"] = "PENDING_VALIDATION"


def is_proven(certificate):
    """Whether the records are there that its names ask for. The DNS of other domains is played by nobody: a certificate
    that is also for such a name does not wait for it."""
    options = certificate.get("DomainValidationOptions", [])
    missing = [option for option in options if not has_record(option)]
    return not missing or (len(missing) < len(options) and not any(is_ours(option) for option in missing))


def has_record(option):
    """Whether a public hosted zone has the record that the name's validation asks for, or none is asked for."""
    wanted = option.get("ResourceRecord")
    if not wanted:
        return True
    name, value = (zones.plain(wanted[key]) for key in ("Name", "Value"))
    return any(zones.name_of(record) == name and value in zones.values(record) for record in zones.records())


def is_ours(option):
    name = zones.plain(option["DomainName"])
    return any(name == zone or name.endswith(f".{zone}") for zone in zones.names())
