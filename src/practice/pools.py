"""The account's user pools as MiniStack keeps them, and its operations on them."""

import base64
import hashlib
import hmac
import json

from asgi import ask, proof, with_headers
from ministack.services import cognito


def of_domain(name):
    """The id of the pool whose sign-in pages have this domain of the learner's, or None."""
    for (_, _, domain), pool_id in list(cognito._pool_domain_map.all_items()):
        if domain == name and cognito._get_pool_unscoped(pool_id).get("CustomDomain") == name:
            return pool_id
    return None


def target(domain):
    """The distribution that answers for the domain."""
    return cognito._cloudfront_domain(domain)


def pool(pool_id):
    return cognito._get_pool_unscoped(pool_id)


def of_client(client_id):
    """The id of the pool that has this app client, or None."""
    pool_id, found, _ = cognito._find_pool_by_client_id(client_id)
    return pool_id if found else None


def user(pool_id, name):
    """The user who signs in by this name, or None."""
    found, _ = cognito._resolve_user(pool(pool_id), name)
    return found


def owner(pool_id):
    """The account and the region that the pool is in."""
    return next(key[:2] for key, _ in cognito._user_pools.all_items() if key[2] == pool_id)


async def operate(app, scope, pool_id, operation, members):
    """The answer of the emulator to an operation of the pool's account and region: whether it succeeded, and its members."""
    account, region = owner(pool_id)
    asked = with_headers(scope, {b"authorization": proof(account, region, "cognito-idp"), b"host": b"localhost"})
    target = (b"x-amz-target", f"AWSCognitoIdentityProviderService.{operation}".encode())
    status, _, body = await ask(app, asked, "POST", "/", b"", json.dumps(members).encode(), [target])
    return status == 200, json.loads(body or b"{}")


async def operate_as(client, app, scope, pool_id, operation, members):
    """As `operate`, for a user of an app client, which proves itself if it has a secret."""
    members = {"ClientId": client["ClientId"], **members}
    if secret := client.get("ClientSecret"):
        proof = hmac.digest(secret.encode(), (members["Username"] + client["ClientId"]).encode(), hashlib.sha256)
        members["SecretHash"] = base64.b64encode(proof).decode()
    return await operate(app, scope, pool_id, operation, members)
