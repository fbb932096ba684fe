"""Amazon Comprehend, Amazon Polly and Amazon Rekognition, which MiniStack does not play: whatever they are asked, they give an
answer of their kind that was written down once. Nothing is read, spoken or seen. Who may ask, the policies say.

Amazon Comprehend API Reference, "DetectSentiment"; Amazon Polly Developer Guide, "SynthesizeSpeech"; Amazon Rekognition
Developer Guide, "DetectLabels" and "Identity-based policies".
"""

import json
import re

from asgi import answer, header, replayed
from ministack import app as ministack
from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id, request_scope

SIGNED = r"Credential=([^/]+)/\d+/([^/]+)/(comprehend|polly|rekognition)/"
JSON = [(b"content-type", b"application/x-amz-json-1.1")]

SENTIMENT = {
    "Sentiment": "POSITIVE",
    "SentimentScore": {"Positive": 0.97, "Negative": 0.01, "Neutral": 0.01, "Mixed": 0.01},
}
LABELS = {
    "Labels": [
        {"Name": "Dog", "Confidence": 98.6, "Instances": [], "Parents": [{"Name": "Animal"}]},
        {"Name": "Animal", "Confidence": 98.6, "Instances": [], "Parents": []},
        {"Name": "Grass", "Confidence": 91.2, "Instances": [], "Parents": [{"Name": "Plant"}]},
    ],
    "LabelModelVersion": "3.0",
}
# A second of silence: frames of 417 bytes, at 128 kbit and 44,100 samples a second.
FRAME = b"\xff\xfb\x90\x00" + bytes(413)
SPEECH = FRAME * 38


async def serve(app, scope, receive, send):
    """The emulator, beside which machines read, speak and see."""
    signed = re.search(SIGNED, header(scope, b"authorization"))
    if not signed:
        return await app(scope, receive, send)
    key, region, service = signed.groups()
    body, receive = await replayed(receive)
    action = f"{service}:{operation(scope)}"
    if action not in ANSWERS:
        return await app(scope, receive, send)
    caller, denied = may(key, region, action, "*")
    if denied:
        return await refuse(send, f"User: {caller} is not authorized to perform: {action} because {denied}")
    image = json.loads(body or b"{}").get("Image", {}).get("S3Object")
    if image and may(key, region, "s3:GetObject", f"arn:aws:s3:::{image.get('Bucket')}/{image.get('Name')}")[1]:
        return await send_json(send, 400, {"__type": "InvalidS3ObjectException", "Message": UNREADABLE})
    await ANSWERS[action](send)


UNREADABLE = "Unable to get object metadata from S3. Check object key, region and/or access permissions."


def operation(scope):
    """Which operation it is: Polly's has an address, the others' stand in a header."""
    if scope["method"] == "POST" and scope["path"] == "/v1/speech":
        return "SynthesizeSpeech"
    return header(scope, b"x-amz-target").rpartition(".")[2]


def may(key, region, action, resource):
    """Who has the key, and why that one may not; None if it may."""
    account = ministack._request_account_scope(key)
    with request_scope(account, region):
        principal = iam_evaluator.resolve_principal(key, get_account_id())
        if isinstance(principal, iam_evaluator.AuthError):
            return "unknown", "the security token is invalid"
        if principal.policies is None:
            return principal.arn, None
        asks = iam_evaluator.EvalContext(
            principal_arn=principal.arn,
            principal_type=principal.type,
            principal_account=principal.account,
            action=action,
            resource_arn=resource,
            region=region,
            service_context={},
            principal_keys=principal.keys,
        )
        said = iam_evaluator.evaluate(asks, principal.policies, *principal.limits).decision
    if said == "Allow":
        return principal.arn, None
    policy = "an identity-based policy denies it" if said == "Deny" else "no identity-based policy allows the action"
    return principal.arn, policy


async def send_json(send, status, text, headers=()):
    await answer(send, status, json.dumps(text).encode(), [*JSON, *headers])


async def refuse(send, message):
    kind = (b"x-amzn-errortype", b"AccessDeniedException")
    await send_json(send, 400, {"__type": "AccessDeniedException", "Message": message, "message": message}, [kind])


async def feel(send):
    await send_json(send, 200, SENTIMENT)


async def see(send):
    await send_json(send, 200, LABELS)


async def speak(send):
    kind, count = (b"content-type", b"audio/mpeg"), (b"x-amzn-requestcharacters", b"1")
    await answer(send, 200, SPEECH, [kind, count])


ANSWERS = {
    "comprehend:DetectSentiment": feel,
    "polly:SynthesizeSpeech": speak,
    "rekognition:DetectLabels": see,
}
