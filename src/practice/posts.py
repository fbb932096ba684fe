"""Asks a method of an API with POST for `msl-learn check`, as somebody who has signed in, and tells which item came of it.

This happens in a throw-away copy of the account: the token is made here, and the item stays in the copy.
"""

import json

import pools
from asgi import ask
from integrations import UNPLAYED
from ministack.core.responses import request_scope
from ministack.services import cognito

NOBODY = "visitor-of-a-trial"
# How much is told of what the API answered.
LONGEST = 500


async def post(account, api, asked):
    """What the API answered, and the item of the wanted kind that the table has since; `asked` says where and what."""
    before = await items(account, asked)
    host = f"{api}.execute-api.localhost".encode()
    scope = {**account.scope, "headers": [(b"host", host)]}
    headers = [(b"authorization", token(asked).encode())]
    status, headers, body = await ask(account.app, scope, "POST", asked["path"], b"", b"", headers)
    added = [item for item in await items(account, asked) if item not in before]
    said, unplayed = body.decode("utf-8", "replace"), dict(headers).get(UNPLAYED.encode())
    told = {"status": status, "said": said[:LONGEST], "item": next(iter(added), None)}
    return {**told, "unplayed": unplayed.decode("latin-1")} if unplayed else told


async def items(account, asked):
    """The newest items of the kind, in DynamoDB's JSON."""
    name, value = asked["kind"]
    query = {
        "TableName": asked["table"],
        "KeyConditionExpression": "#kind = :kind",
        "ExpressionAttributeNames": {"#kind": name},
        "ExpressionAttributeValues": {":kind": {"S": value}},
        "ScanIndexForward": False,
        "Limit": 20,
    }
    _, _, body = await account.call("dynamodb", "DynamoDB_20120810.Query", query)
    return json.loads(body or b"{}").get("Items", [])


def token(asked):
    """The token of a user of the pool: an access token with these scopes, or an ID token if there are none."""
    pool_id, scopes = asked["pool"], asked["scopes"]
    account, region = pools.owner(pool_id)
    client = next(iter(pools.pool(pool_id)["_clients"]), "")
    kind = "access" if scopes else "id"
    with request_scope(account, region):
        return cognito._fake_token(NOBODY, pool_id, client, kind, username=NOBODY, scope=" ".join(scopes))
