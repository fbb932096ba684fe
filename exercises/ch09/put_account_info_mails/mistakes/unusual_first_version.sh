# The code uses the first version of SES's API, and catches every error; the sender is made of two texts.
# starts: solved
# verdict: done
# visitor: The name is changed, and mail comes.
# lesson: Both versions of the API send from the same identities.
# finding: holds | sends
# finding: holds | sender
cat >functions/put-account-info/index.mjs <<'CODE'
import {
  CognitoIdentityProviderClient, GetUserCommand,
  UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
const region = process.env.AWS_REGION;
const cognito = new CognitoIdentityProviderClient({ region });
const ses = new SESClient({ region });
const domain = "{{ domain }}";
const from = "no-reply@" + domain;
export const handler = async (event) => {
  const result = { statusCode: 500, body: "{}" };
  result.headers = { "Access-Control-Allow-Origin": "*" };
  try {
    const AccessToken = event.headers.Authorization;
    const Value = JSON.parse(event.body).given_name;
    await cognito.send(new UpdateUserAttributesCommand({
      AccessToken, UserAttributes: [{ Name: "given_name", Value }],
    }));
    const user = await cognito.send(new GetUserCommand({ AccessToken }));
    const to = user.UserAttributes.find((one) => one.Name === "email");
    await ses.send(new SendEmailCommand({
      Source: from,
      Destination: { ToAddresses: [to.Value] },
      Message: {
        Subject: { Data: "Changed" },
        Body: { Text: { Data: "Your name was changed." } },
      },
    }));
    result.statusCode = 200;
  } catch (error) {
    console.log(error);
  }
  return result;
};
CODE
put_code put-account-info index.mjs
