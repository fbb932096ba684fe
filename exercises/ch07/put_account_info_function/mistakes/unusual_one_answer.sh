# One answer is made first, with status 500, and every error is caught; the token is sent as it comes.
# starts: solved
# verdict: done
# visitor: The account page changes the name.
# lesson: The order in which code builds its answer is up to you.
# finding: holds | changes
# finding: holds | answer
cat >functions/put-account-info/index.mjs <<'CODE'
import {
  CognitoIdentityProviderClient, UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
const client = new CognitoIdentityProviderClient({
  region: process.env.AWS_REGION,
});
export const handler = async (event) => {
  const result = { statusCode: 500, body: "{}" };
  result.headers = { "Access-Control-Allow-Origin": "*" };
  try {
    const wanted = JSON.parse(event.body);
    await client.send(new UpdateUserAttributesCommand({
      AccessToken: event.headers.Authorization,
      UserAttributes: Object.keys(wanted).map((key) => (
        { Name: key, Value: wanted[key] }
      )),
    }));
    result.statusCode = 200;
  } catch (error) {
    console.log(error);
  }
  return result;
};
CODE
put_code put-account-info index.mjs
