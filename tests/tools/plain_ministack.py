"""Prints what MiniStack by itself does, a line each, where the practice account does more: tests/it/practice_truths.rs says
what is expected. Requests go to its application itself, without a port.
"""

import asyncio
import base64
import json
import logging
import re

logging.disable(logging.CRITICAL)

from ministack import app
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

FORM = (b"content-type", b"application/x-www-form-urlencoded")
NO_FILES = base64.b64encode(b"PK\5\6" + bytes(18)).decode()
COGNITO = "AWSCognitoIdentityProviderService"
ZONE = """<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>example.com</Name>
<CallerReference>1</CallerReference></CreateHostedZoneRequest>"""
ALIAS = """<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes><Change>
<Action>CREATE</Action><ResourceRecordSet><Name>example.com</Name><Type>A</Type><AliasTarget><HostedZoneId>{zone}</HostedZoneId>
<DNSName>d1.cloudfront.net</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>
</Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>"""


async def ask(method, path, body="", query=b"", signed_for=None, headers=()):
    """Status and body of the answer."""
    messages = [{"type": "http.request", "body": body.encode(), "more_body": False}]
    parts = []

    async def receive():
        return messages.pop() if messages else await asyncio.Event().wait()

    async def send(message):
        parts.append(message)

    scope = f"Credential=000000000000/20260101/us-east-1/{signed_for}/aws4_request"
    signature = f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0"
    signed = [(b"authorization", signature.encode())] if signed_for else []
    length = (b"content-length", str(len(body.encode())).encode())
    request = {"type": "http", "http_version": "1.1", "scheme": "http", "client": ("127.0.0.1", 1)}
    request |= {"server": ("127.0.0.1", 4566), "method": method, "path": path, "raw_path": path.encode()}
    request |= {"query_string": query, "headers": [(b"host", b"localhost:4566"), length, *signed, *headers]}
    await app.app(request, receive, send)
    return parts[0]["status"], b"".join(part.get("body", b"") for part in parts).decode()


async def operate(service, operation, members):
    headers = [(b"x-amz-target", operation.encode()), (b"content-type", b"application/x-amz-json-1.1")]
    _, text = await ask("POST", "/", json.dumps(members), signed_for=service, headers=headers)
    return json.loads(text or "{}")


async def publish(action):
    _, text = await ask("POST", "/", f"Action={action}&Version=2010-03-31", signed_for="sns", headers=[FORM])
    return text


async def buckets():
    print("CreateBucket that nobody signed:", (await ask("PUT", "/strange"))[0])
    print("ListBuckets that nobody signed:", (await ask("GET", "/"))[0])
    await ask("PUT", "/bucket", signed_for="s3")
    status, _ = await ask("GET", "/bucket", query=b"publicAccessBlock", signed_for="s3")
    print("public access block of a new bucket:", status)
    print("policy of a bucket that is none:", (await ask("PUT", "/bucket", "{}", query=b"policy", signed_for="s3"))[0])


async def certificates():
    wanted = {"DomainName": "example.com", "ValidationMethod": "DNS"}
    made = await operate("acm", "CertificateManager.RequestCertificate", wanted)
    described = await operate("acm", "CertificateManager.DescribeCertificate", made)
    print("certificate without its record:", described["Certificate"]["Status"])
    listed = await operate("acm", "CertificateManager.ListCertificates", {})
    print("names in a list of certificates:", listed["CertificateSummaryList"][0].get("SubjectAlternativeNameSummaries"))


async def mail():
    topic = re.search("<TopicArn>(.*)</TopicArn>", await publish("CreateTopic&Name=news"))[1]
    await publish(f"Subscribe&TopicArn={topic}&Protocol=email&Endpoint=ann%40example.com")
    is_pending = "PendingConfirmation" in await publish("ListSubscriptions")
    print("e-mail subscription:", "pending" if is_pending else "confirmed")


async def records():
    _, text = await ask("POST", "/2013-04-01/hostedzone", ZONE, signed_for="route53")
    zone = re.search("<Id>/hostedzone/(.*?)</Id>", text)[1]
    path = f"/2013-04-01/hostedzone/{zone}/rrset"
    status, _ = await ask("POST", path, ALIAS.format(zone=zone), signed_for="route53")
    print("alias record with another hosted zone:", status)


async def users():
    pool = {"PoolName": "website", "AutoVerifiedAttributes": ["email"], "UsernameAttributes": ["email"]}
    pool = (await operate("cognito-idp", f"{COGNITO}.CreateUserPool", pool))["UserPool"]["Id"]
    client = {"UserPoolId": pool, "ClientName": "website"}
    client = (await operate("cognito-idp", f"{COGNITO}.CreateUserPoolClient", client))["UserPoolClient"]["ClientId"]
    name = "ann@example.com"
    told = {"Password": "Aa1-aaaa-aaaa", "UserAttributes": [{"Name": "email", "Value": name}]}
    await operate("cognito-idp", f"{COGNITO}.SignUp", {"ClientId": client, "Username": name, **told})
    code = {"ClientId": client, "Username": name, "ConfirmationCode": "123456"}
    await operate("cognito-idp", f"{COGNITO}.ConfirmSignUp", code)
    user = await operate("cognito-idp", f"{COGNITO}.AdminGetUser", {"UserPoolId": pool, "Username": name})
    attributes = {one["Name"]: one["Value"] for one in user["UserAttributes"]}
    print("address whose code was entered: verified", attributes.get("email_verified"))


async def rest(method, path, members=None):
    _, text = await ask(method, path, json.dumps(members or {}), signed_for="apigateway")
    return json.loads(text)


async def scopes():
    api = (await rest("POST", "/restapis", {"name": "api"}))["id"]
    root = (await rest("GET", f"/restapis/{api}/resources"))["item"][0]["id"]
    method = f"/restapis/{api}/resources/{root}/methods/PUT"
    await rest("PUT", method, {"authorizationType": "NONE"})
    change = {"op": "replace", "path": "/authorizationScopes", "value": "openid"}
    changed = await rest("PATCH", method, {"patchOperations": [change]})
    print("scopes of a method that was changed:", changed["authorizationScopes"])


async def stages():
    api = (await rest("POST", "/restapis", {"name": "api"}))["id"]
    root = (await rest("GET", f"/restapis/{api}/resources"))["item"][0]["id"]
    method = f"/restapis/{api}/resources/{root}/methods/GET"
    await rest("PUT", method, {"authorizationType": "NONE"})
    await rest("PUT", f"{method}/integration", {"type": "MOCK"})
    limit = {"op": "replace", "path": "/timeoutInMillis", "value": "12345"}
    changed = await rest("PATCH", f"{method}/integration", {"patchOperations": [limit]})
    print("time limit that was changed:", repr(changed["timeoutInMillis"]))
    await rest("POST", f"/restapis/{api}/deployments", {"stageName": "v1"})
    answer = {"responseTemplates": {"application/json": "the change"}}
    await rest("PUT", f"{method}/integration/responses/200", answer)
    print("a stage after a change:", (await ask("GET", f"/restapis/{api}/v1/_user_request_/"))[1])
    wanted = json.dumps({"stageName": "v2", "deploymentId": "none"})
    print("a stage of no deployment:", (await ask("POST", f"/restapis/{api}/stages", wanted, signed_for="apigateway"))[0])


async def domains():
    headers = [(b"x-amz-target", b"Route53Domains_v20140515.ListDomains"), (b"content-type", b"application/x-amz-json-1.1")]
    print("a service that is not played:", (await ask("POST", "/", "{}", signed_for="route53domains", headers=headers))[1])


async def functions():
    arn = "arn:aws:lambda:us-east-1:000000000000:function:f"
    about = lambda_runtime.execution_credentials({"FunctionArn": arn, "Runtime": "nodejs24.x", "Handler": "index.handler"})
    print("runtime that a function is told:", about.get("AWS_EXECUTION_ENV"))
    ended = []
    lambda_svc.invalidate_worker = lambda name, **_: ended.append(name)
    role = "arn:aws:iam::000000000000:role/"
    new = {"FunctionName": "f", "Runtime": "nodejs24.x", "Handler": "index.handler", "Role": f"{role}a", "Code": {"ZipFile": NO_FILES}}
    await ask("POST", "/2015-03-31/functions", json.dumps(new), signed_for="lambda")
    await ask("PUT", "/2015-03-31/functions/f/configuration", json.dumps({"Role": f"{role}b"}), signed_for="lambda")
    role, = [one["config"]["Role"] for one in lambda_svc._functions.values()]
    print("workers of a function that has role", role[-1:], "now, ended:", ended)


async def machines():
    headers = [(b"x-amz-target", b"Comprehend_20171127.DetectSentiment"), (b"content-type", b"application/x-amz-json-1.1")]
    asked = {"LanguageCode": "en", "Text": "Fine"}
    status, _ = await ask("POST", "/", json.dumps(asked), signed_for="comprehend", headers=headers)
    print("a comment that Comprehend reads:", status)
    status, _ = await ask("POST", "/v1/speech", json.dumps({"Text": "Fine"}), signed_for="polly")
    print("a text that Polly speaks:", status)
    headers[0] = (b"x-amz-target", b"RekognitionService.DetectLabels")
    status, _ = await ask("POST", "/", "{}", signed_for="rekognition", headers=headers)
    print("an image that Rekognition sees:", status)


async def main():
    for look in (buckets, certificates, mail, records, users, scopes, stages, domains, functions, machines):
        await look()


asyncio.run(main())
