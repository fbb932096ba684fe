// Answers PUT /account/text: sends a text message to the phone of the user whose access token comes with the request.

import {
  CognitoIdentityProviderClient,
  GetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";

const cognito = new CognitoIdentityProviderClient();
const sns = new SNSClient();

const answer = (statusCode, body) => ({
  statusCode,
  headers: {
    "Content-Type": "application/json",
    "Access-Control-Allow-Origin": "https://{{ domain }}",
  },
  body: JSON.stringify(body),
});

// Programs spell the names of headers as they please.
const header = (event, wanted) => {
  const headers = Object.entries(event.headers ?? {});
  const found = headers.find(([name]) => name.toLowerCase() === wanted);
  return found?.[1] ?? "";
};

export const handler = async (event) => {
  try {
    const token = header(event, "authorization").replace(/^Bearer /, "");
    // Never a number of the request: it could be anybody's.
    const user = await cognito.send(new GetUserCommand({ AccessToken: token }));
    const phone = user.UserAttributes?.find((one) => one.Name === "phone_number");
    if (!phone?.Value) return answer(400, { message: "there is no phone number" });
    await sns.send(
      new PublishCommand({
        PhoneNumber: phone.Value,
        Message: "Hello from {{ domain }}.",
      }),
    );
    return answer(200, {});
  } catch (error) {
    // Neither the token nor the number is ever logged.
    console.error(error.name);
    return answer(500, { message: "no message was sent" });
  }
};
