// Answers PUT /account/info: changes the given name and the phone number of the user whose access token comes with the
// request, and tells the topic.

import {
  CognitoIdentityProviderClient,
  UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";

const cognito = new CognitoIdentityProviderClient();
const sns = new SNSClient();
// E.164: a plus, the country and the rest, and nothing between.
const e164 = /^[+][1-9][0-9]{7,14}$/;

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

// Neither a request nor a message is ever logged: the token is in both, and the number in one.
const log = (error) => console.error(`${error.name}: ${error.message}`);

// The user is changed, whether or not anybody hears of it.
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

// What came, as attributes of a user; the name of one that is missing or invalid.
const attributes = ({ given_name: name, phone_number: phone }) => {
  const found = [];
  if (name !== undefined) {
    if (typeof name !== "string" || name.trim() === "") return "the name";
    found.push({ Name: "given_name", Value: name });
  }
  if (phone !== undefined) {
    if (!e164.test(phone)) return "the phone number";
    found.push({ Name: "phone_number", Value: phone });
  }
  return found.length > 0 ? found : "the name";
};

export const handler = async (event) => {
  try {
    const wanted = attributes(JSON.parse(event.body ?? "{}"));
    if (typeof wanted === "string") {
      return answer(400, { message: `${wanted} is missing or invalid` });
    }
    const token = header(event, "authorization").replace(/^Bearer /, "");
    await cognito.send(
      new UpdateUserAttributesCommand({
        AccessToken: token,
        UserAttributes: wanted,
      }),
    );
    await tell(token);
    return answer(200, {});
  } catch (error) {
    log(error);
    return answer(500, { message: "nothing was changed" });
  }
};
