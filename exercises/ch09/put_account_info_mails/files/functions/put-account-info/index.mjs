// Answers PUT /account/info: changes the given name of the user whose access token comes with the request, and writes to the
// user that it was changed.

import {
  CognitoIdentityProviderClient,
  GetUserCommand,
  UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";

const cognito = new CognitoIdentityProviderClient();
const ses = new SESv2Client();

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

// The user's own address, as the pool knows it.
const address = async (token) => {
  const user = await cognito.send(new GetUserCommand({ AccessToken: token }));
  return user.UserAttributes?.find(({ Name }) => Name === "email")?.Value;
};

const write = async (to) => {
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: "no-reply@{{ domain }}",
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: "Your name was changed" },
          Body: {
            Text: {
              Data:
                "Your name at https://{{ domain }} was changed. " +
                "If that was not you, change your password.",
            },
          },
        },
      },
    }),
  );
};

export const handler = async (event) => {
  try {
    const { given_name: name } = JSON.parse(event.body ?? "{}");
    if (typeof name !== "string" || name.trim() === "") {
      return answer(400, { message: "given_name is missing" });
    }
    const token = header(event, "authorization").replace(/^Bearer /, "");
    await cognito.send(
      new UpdateUserAttributesCommand({
        AccessToken: token,
        UserAttributes: [{ Name: "given_name", Value: name }],
      }),
    );
    await notify(token);
    return answer(200, {});
  } catch (error) {
    // The request is never logged: the token is in it.
    console.error(`${error.name}: ${error.message}`);
    return answer(500, { message: "the name was not changed" });
  }
};

// The name was changed, whatever becomes of the mail: what goes wrong with it is for the log, and not for the visitor.
const notify = async (token) => {
  try {
    const to = await address(token);
    if (to) await write(to);
  } catch (error) {
    console.error(`${error.name}: ${error.message}`);
  }
};
