# The code was written from scratch, and forgets the name.
# starts: solved
# verdict: not done
# visitor: A changed name is as before after the next sign-in.
# lesson: Whoever adds something keeps what was there.
# finding: holds | number
# finding: fails | name
# says: phone_number
cat >functions/put-account-info/index.mjs <<'CODE'
import {
  CognitoIdentityProviderClient, UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
const client = new CognitoIdentityProviderClient();
export const handler = async (event) => {
  const { phone_number: phone } = JSON.parse(event.body);
  await client.send(new UpdateUserAttributesCommand({
    AccessToken: event.headers.Authorization,
    UserAttributes: [{ Name: "phone_number", Value: phone }],
  }));
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "*" },
    body: "{}",
  };
};
CODE
put_code put-account-info index.mjs
