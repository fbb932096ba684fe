"""What Cognito does when somebody enters the code from the mail: the address is known to be the user's own from then on
(Amazon Cognito Developer Guide, "Signing up and confirming user accounts")."""

import json

import pools
from asgi import answer, collect, header, replayed

CONFIRMS = "AWSCognitoIdentityProviderService.ConfirmSignUp"


async def serve(app, scope, receive, send):
    """The emulator, which compares the code, and verifies no address."""
    if header(scope, b"x-amz-target") != CONFIRMS:
        return await app(scope, receive, send)
    body, receive = await replayed(receive)
    status, headers, text = await collect(app, scope, receive)
    if status == 200:
        asked = json.loads(body)
        pool_id = pools.of_client(asked["ClientId"])
        if "email" in (pools.pool(pool_id).get("AutoVerifiedAttributes") or []):
            verified = [{"Name": "email_verified", "Value": "true"}]
            members = {"UserPoolId": pool_id, "Username": asked["Username"], "UserAttributes": verified}
            await pools.operate(app, scope, pool_id, "AdminUpdateUserAttributes", members)
    await answer(send, status, text, headers)
