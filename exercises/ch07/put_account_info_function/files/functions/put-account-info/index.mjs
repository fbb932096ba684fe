// Answers PUT /account/info: changes the given name of the user whose access token comes with the request.

import {
  CognitoIdentityProviderClient,
  UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";

const cognito = new CognitoIdentityProviderClient();

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
    return answer(200, {});
  } catch (error) {
    // The request is never logged: the token is in it.
    console.error(`${error.name}: ${error.message}`);
    return answer(500, { message: "the name was not changed" });
  }
};
