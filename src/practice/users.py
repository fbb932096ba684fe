"""What Cognito does when somebody enters the code from the mail: another code is refused, and the right one shows that the
address is the user's own (Amazon Cognito Developer Guide, "Signing up and confirming user accounts")."""

import json

import pools
from asgi import answer, body_of, collect, replayed
from ministack.core.responses import error_response_json
from ministack.services import cognito

CONFIRMS = "AWSCognitoIdentityProviderService.ConfirmSignUp"


async def confirm(app, scope, receive, send):
    """The emulator, which takes any code and verifies no address."""
    body = await body_of(receive)
    asked = json.loads(body)
    pool_id = pools.of_client(asked.get("ClientId"))
    user = pools.user(pool_id, asked.get("Username")) if pool_id else None
    refused = refusal(user, asked.get("ConfirmationCode")) if user else None
    if refused:
        status, headers, text = refused
        return await answer(send, status, text, [(name.lower().encode(), value.encode()) for name, value in headers.items()])
    status, headers, text = await collect(app, scope, replayed(body))
    if status == 200 and user and "email" in (pools.pool(pool_id).get("AutoVerifiedAttributes") or []):
        verified = [{"Name": "email_verified", "Value": "true"}]
        members = {"UserPoolId": pool_id, "Username": user["Username"], "UserAttributes": verified}
        await pools.operate(app, scope, pool_id, "AdminUpdateUserAttributes", members)
    await answer(send, status, text, headers)


def refusal(user, code):
    status = user.get("UserStatus")
    if status != "UNCONFIRMED":
        text = f"User cannot be confirmed. Current status is {status}"
        return error_response_json("NotAuthorizedException", text, 400)
    return cognito._code_error(user.get("_confirmation_code"), code)
