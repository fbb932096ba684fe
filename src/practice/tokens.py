"""The endpoints of a user pool that programs ask: tokens for a code, who the user is, and the end of a refresh token (Amazon
Cognito Developer Guide, "User pool endpoints and managed login reference")."""

import json
from urllib.parse import urlencode

import pools
from asgi import ask, header, with_headers
from ministack.services import cognito
from way import known

JSON = (b"content-type", b"application/json;charset=UTF-8")
FORM = (b"content-type", b"application/x-www-form-urlencoded")
# Pages of any website may ask these, and read the answers. Visitors of the practice account come from its own pages alone.
SHARED = (b"access-control-allow-origin", b"*")
PREFLIGHT = [
    SHARED,
    (b"access-control-allow-methods", b"GET, POST, OPTIONS"),
    (b"access-control-allow-headers", b"authorization, content-type"),
]


async def token(app, scope, pool_id, form):
    """POST /oauth2/token."""
    if not header(scope, b"content-type").startswith(FORM[1].decode()):
        return refused("invalid_request")
    client_id, _ = cognito._authenticate_client({"authorization": header(scope, b"authorization")}, form)
    if pools.of_client(client_id) != pool_id:
        return refused("invalid_client")
    if form.get("grant_type") not in ("authorization_code", "refresh_token"):
        return refused("unsupported_grant_type")
    asked = {**form, "redirect_uri": known(form.get("redirect_uri", ""))}
    return await emulated(app, scope, "POST", "/oauth2/token", urlencode(asked).encode())


async def user_info(app, scope, pool_id):
    """GET or POST /oauth2/userInfo. MiniStack takes the token of another pool."""
    text = header(scope, b"authorization").partition(" ")[2].strip()
    if not str(cognito._token_claims(text).get("iss", "")).endswith(f"/{pool_id}"):
        return refused("invalid_token", 401, "Access token format is not valid")
    return await emulated(app, scope, "GET", "/oauth2/userInfo", b"")


async def revoke(app, scope, pool_id, form):
    """POST /oauth2/revoke."""
    client_id, _ = cognito._authenticate_client({"authorization": header(scope, b"authorization")}, form)
    if pools.of_client(client_id) != pool_id:
        return refused("invalid_client")
    text = form.get("token", "")
    client = pools.pool(pool_id)["_clients"][client_id]
    if not text or client.get("EnableTokenRevocation") is False:
        return refused("invalid_request")
    if cognito._token_claims(text).get("token_use") != "refresh":
        return refused("unsupported_token_type")
    done, said = await pools.operate(app, scope, pool_id, "RevokeToken", {"Token": text, "ClientId": client_id})
    return (200, [SHARED], b"") if done else refused("invalid_request", 400, said.get("message", ""))


async def emulated(app, scope, method, path, body):
    """As MiniStack answers."""
    asked = with_headers(scope, {b"host": b"localhost"})
    status, headers, text = await ask(app, asked, method, path, b"", body, [FORM])
    kept = [pair for pair in headers if pair[0] in (b"content-type", b"www-authenticate")]
    return status, [*kept, (b"cache-control", b"no-store"), SHARED], text


def refused(error, status=400, description=""):
    said = {"error": error, "error_description": description} if description else {"error": error}
    return status, [JSON, (b"cache-control", b"no-store"), SHARED], json.dumps(said).encode()
