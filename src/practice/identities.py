"""What Amazon SES does and MiniStack does not: the identity of a domain signs its messages, is verified by the records of the
account's hosted zones, and may have a MAIL FROM domain. Who sends is asked about the identity of the sender.

Amazon SES API v2 Reference, "GetEmailIdentity", "PutEmailIdentityMailFromAttributes", "PutEmailIdentityDkimAttributes"; Service
Authorization Reference, "Actions, resources, and condition keys for Amazon Simple Email Service v2".
"""

import json
import re
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote

import zones
from ministack.core import iam_actions
from ministack.core.responses import get_region, json_response
from ministack.services import ses, ses_v2

SIGNING_ZONE = "dkim.amazonses.com"
SETTING = r"/v2/email/identities/([^/]+)/(mail-from|dkim|dkim/signing)"
IDENTITIES = "/v2/email/identities"
SENT = "/v2/email/outbound-emails"


def play():
    """Lets the identities of SES be what they are in AWS."""
    others, resource = ses_v2.handle_request, iam_actions.extract_resource_arn

    async def handle(method, path, headers, body, query):
        setting = re.fullmatch(SETTING, path) if method == "PUT" else None
        if setting:
            return change(unquote(setting[1]), setting[2], json.loads(body or b"{}"))
        if (method, path) == ("POST", SENT) and not is_addressed(json.loads(body or b"{}")):
            return ses_v2._json_err("BadRequestException", "The message has no recipient.")
        verify()
        status, headers, said = await others(method, path, headers, body, query)
        if (method, path, status) == ("POST", IDENTITIES, 200):
            return created(json.loads(body)["EmailIdentity"])
        return status, headers, said

    def asked(service, method, path, headers, body, query, region, account):
        who = sender(path, body) if service == "ses" and method == "POST" else ""
        if who:
            return f"arn:aws:ses:{region}:{account}:identity/{identity_of(who, region, account)}"
        return resource(service, method, path, headers, body, query, region, account)

    ses_v2.handle_request, iam_actions.extract_resource_arn = handle, asked


def created(name):
    """The answer to whoever made an identity."""
    record = ses_v2._identities[name]
    if record["DkimAttributes"].get("Tokens"):
        record["DkimAttributes"] |= {"SigningEnabled": True, "SigningHostedZone": SIGNING_ZONE}
    verify()
    return json_response({member: record[member] for member in ("IdentityType", "VerifiedForSendingStatus", "DkimAttributes")})


def change(name, setting, asked):
    record = ses_v2._identities.get(name)
    if record is None:
        return ses_v2._json_err("NotFoundException", f"Email identity {name} does not exist.", 404)
    if setting == "dkim":
        record["DkimAttributes"]["SigningEnabled"] = bool(asked.get("SigningEnabled"))
        return json_response({})
    if setting == "dkim/signing":
        verify()
        members = ("Status", "Tokens", "SigningHostedZone")
        dkim = record["DkimAttributes"]
        return json_response({f"Dkim{one}" if one != "SigningHostedZone" else one: dkim[one] for one in members if one in dkim})
    domain = asked.get("MailFromDomain") or ""
    if domain and not domain.endswith(f".{name}"):
        said = f"Provided MAIL-FROM domain <{domain}> is not subdomain of the domain of the identity <{name}>."
        return ses_v2._json_err("BadRequestException", said)
    record["MailFromAttributes"] = {"BehaviorOnMxFailure": asked.get("BehaviorOnMxFailure", "USE_DEFAULT_VALUE")}
    if domain:
        record["MailFromAttributes"] |= {"MailFromDomain": domain, "MailFromDomainStatus": "PENDING"}
    return json_response({})


def verify():
    """Looks for the records that the identities of the region name. Addresses count as verified: nobody has to follow a link."""
    said = {}
    for record in zones.records():
        said.setdefault((zones.name_of(record), record.get("Type")), []).extend(zones.values(record))
    for name, record in ses_v2._identities.items():
        tokens = record["DkimAttributes"].get("Tokens") or []
        found = all(f"{token}.{SIGNING_ZONE}" in said.get((f"{token}._domainkey.{name}", "CNAME"), []) for token in tokens)
        record["VerifiedForSendingStatus"] = found
        record["VerificationStatus"] = "SUCCESS" if found else "PENDING"
        if tokens:
            record["DkimAttributes"]["Status"] = record["VerificationStatus"]
        if domain := record["MailFromAttributes"].get("MailFromDomain"):
            hosts = [value.split()[-1] for value in said.get((zones.plain(domain), "MX"), [])]
            is_right = hosts == [f"feedback-smtp.{get_region()}.amazonses.com"]
            record["MailFromAttributes"]["MailFromDomainStatus"] = "SUCCESS" if is_right else "PENDING"


def is_addressed(asked):
    """Whether a message goes to somebody. One that is written whole may name its readers itself."""
    places = (asked.get("Destination") or {}).values()
    return "Raw" in (asked.get("Content") or {}) or any(address for addresses in places for address in addresses or [])


def sender(path, body):
    """The address that a message comes from; empty for other requests."""
    if path == SENT:
        return parseaddr(json.loads(body or b"{}").get("FromEmailAddress") or "")[1]
    form = parse_qs((body or b"").decode("utf-8", "replace"))
    return parseaddr(form.get("Source", [""])[0])[1]


def identity_of(address, region, account):
    """The identity that an address belongs to: its own, or that of its domain or of one above it."""
    domain = address.rpartition("@")[2].lower()
    names = [address, *ses._domain_and_parents(domain)]
    known = (name for name in names if ses_v2._identities.get_scoped(account, region, name))
    return next(known, domain)
