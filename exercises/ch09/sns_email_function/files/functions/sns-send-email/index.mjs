// Sends an e-mail for every message of the topic. The message is the access token of the user whose name was changed.

import {
  CognitoIdentityProviderClient,
  GetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";

const cognito = new CognitoIdentityProviderClient();
const ses = new SESv2Client();

// The address comes from Cognito, and never from a message: whoever publishes could have us write to anybody.
const addressOf = async (token) => {
  const user = await cognito.send(new GetUserCommand({ AccessToken: token }));
  return user.UserAttributes.find(({ Name }) => Name === "email").Value;
};

const write = (address) =>
  ses.send(
    new SendEmailCommand({
      FromEmailAddress: "no-reply@{{ domain }}",
      Destination: { ToAddresses: [address] },
      Content: {
        Simple: {
          Subject: { Data: "Your name was changed" },
          Body: {
            Text: {
              Data: "Somebody who signed in as you has changed your name on https://{{ domain }}.",
            },
          },
        },
      },
    }),
  );

export const handler = async (event) => {
  for (const record of event.Records ?? []) {
    if (record.EventSource !== "aws:sns") continue;
    try {
      await write(await addressOf(record.Sns.Message));
    } catch (error) {
      // The record is never logged: the token is in it. Lambda tries again after an error that leaves the handler.
      console.error(`${error.name}: ${error.message}`);
      throw error;
    }
  }
};
