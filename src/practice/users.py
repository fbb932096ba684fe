"""What Cognito does when somebody enters the code from the mail: the address is known to be the user's own from then on
(Amazon Cognito Developer Guide, "Signing up and confirming user accounts")."""

import json

import pools
from asgi import answer, body_of, collect, replayed

CONFIRMS = "AWSCognitoIdentityProviderService.ConfirmSignUp"


async def confirm(app, scope, receive, send):
    """The emulator, which compares the code, and verifies no address."""
    body = await body_of(receive)
    status, headers, text = await collect(app, scope, replayed(body))
    if status == 200:
        asked = json.loads(body)
        pool_id = pools.of_client(asked["ClientId"])
        if "email" in (pools.pool(pool_id).get("AutoVerifiedAttributes") or []):
            verified = [{"Name": "email_verified", "Value": "true"}]
            members = {"UserPoolId": pool_id, "Username": asked["Username"], "UserAttributes": verified}
            await pools.operate(app, scope, pool_id, "AdminUpdateUserAttributes", members)
    await answer(send, status, text, headers)
