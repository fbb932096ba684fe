"""The mail of the practice account, where nothing leaves the machine: what Amazon SES was given to send is kept, and can be
read. Amazon SNS asks an address whether it wants the messages of a topic, and sends none before it has said yes. MiniStack takes
every address for willing.

Amazon SNS Developer Guide, "Subscribing an email address to an Amazon SNS topic"; API Reference, "ListSubscriptions".
"""

import html
import re
import uuid
from urllib.parse import parse_qs, urlencode

from asgi import answer, collect, header, replayed
from ministack.services import ses, sns

# Where the letters are read.
HOST = "mail.localhost"
# How many of those that were sent are shown, the last ones.
MOST_SENT = 20
FORM = "application/x-www-form-urlencoded"
PROTOCOLS = ("email", "email-json")
LISTS = ("ListSubscriptions", "ListSubscriptionsByTopic")
PAGE = [(b"content-type", b"text/html; charset=utf-8")]


async def serve(app, scope, receive, send):
    """The emulator, in which subscriptions of addresses wait."""
    if scope["method"] != "POST" or not header(scope, b"content-type").startswith(FORM):
        return await app(scope, receive, send)
    body, receive = await replayed(receive)
    asked = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    action = asked.get("Action")
    if action not in ("Subscribe", *LISTS):
        return await app(scope, receive, send)
    before = {one["arn"] for one in subscriptions()}
    status, headers, body = await collect(app, scope, receive)
    if action == "Subscribe" and asked.get("Protocol") in PROTOCOLS:
        for new in [one for one in subscriptions() if one["arn"] not in before]:
            hold_back(new)
    for one in subscriptions():
        if not one["confirmed"]:
            said = "pending confirmation" if action == "Subscribe" else "PendingConfirmation"
            body = body.replace(f"<SubscriptionArn>{one['arn']}<".encode(), f"<SubscriptionArn>{said}<".encode())
    await answer(send, status, body, headers)


def topics():
    return list(sns._topics._data.values())


def subscriptions():
    return [one for topic in topics() for one in topic["subscriptions"]]


def hold_back(subscription):
    subscription["confirmed"] = False
    subscription["token"] = uuid.uuid4().hex
    subscription["attributes"] |= {"PendingConfirmation": "true", "ConfirmationWasAuthenticated": "false"}
    topic = next(topic for topic in topics() if topic["arn"] == subscription["topic_arn"])
    sns._refresh_subscription_counts(topic)


async def show(scope, send):
    """Answers with the letters that nobody has answered yet, and with those that were sent, the last one first."""
    port = re.sub(r".*?(:\d+)?$", r"\1", header(scope, b"host"))
    waiting = [one for one in subscriptions() if not one["confirmed"] and one["protocol"] in PROTOCOLS]
    letters = [*(letter(one, port) for one in waiting), *(shown(one) for one in sent()[:-MOST_SENT - 1:-1])]
    letters = "".join(letters) or "<p>No mail.</p>"
    await answer(send, 200, f"<title>Mail</title>{letters}\n".encode(), PAGE)


def letter(subscription, port):
    said = {"Action": "ConfirmSubscription", "TopicArn": subscription["topic_arn"], "Token": subscription["token"]}
    link = html.escape(f"http://localhost{port}/?{urlencode(said)}")
    address, topic = (html.escape(subscription[name]) for name in ("endpoint", "topic_arn"))
    return f"<p>To {address}: you have chosen to subscribe to the topic {topic}. <a href=\"{link}\">Confirm subscription</a></p>"


def sent():
    """What SES was given to send, in whatever region, the oldest first."""
    letters = [one for letters in list(ses._sent_emails._data.values()) for one in letters]
    return sorted(letters, key=lambda one: one["Timestamp"])


def forget_since(moment):
    """Removes what SES was given to send since then, in seconds since 1970."""
    for letters in ses._sent_emails._data.values():
        letters[:] = [one for one in letters if one["Timestamp"] < moment]


def shown(sent):
    said = [", ".join(sent["To"]), sent["Source"], sent["Subject"], sent["BodyText"] or sent["BodyHtml"] or ""]
    to, source, subject, text = (html.escape(str(part)) for part in said)
    return f"<p>To {to}, from {source}: <b>{subject}</b></p><pre>{text}</pre>"
