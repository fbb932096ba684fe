// Answers PUT /account/info: changes the given name of the user whose access token comes with the request, and tells the topic.

import {
  CognitoIdentityProviderClient,
  UpdateUserAttributesCommand,
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

// Neither a request nor a message is ever logged: the token is in both.
const log = (error) => console.error(`${error.name}: ${error.message}`);

// The name is changed, whether or not anybody hears of it.
const tell = async (token) => {
  try {
    await sns.send(
      new PublishCommand({
        TopicArn: "arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email",
        Message: token,
      }),
    );
  } catch (error) {
    log(error);
  }
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
    await tell(token);
    return answer(200, {});
  } catch (error) {
    log(error);
    return answer(500, { message: "the name was not changed" });
  }
};
