# The number is kept in a table of the learner's own.
# starts: solved
# verdict: done
# visitor: The number is kept.
# lesson: Where data is kept is a decision, and Cognito is one place of several.
# finding: skipped | number
# finding: holds | name
cat >functions/put-account-info/index.mjs <<'CODE'
import {
  CognitoIdentityProviderClient, UpdateUserAttributesCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
const client = new CognitoIdentityProviderClient();
const table = new DynamoDBClient();
export const handler = async (event) => {
  const { given_name: name, phone_number: phone } = JSON.parse(event.body);
  const { sub } = event.requestContext.authorizer.claims;
  await client.send(new UpdateUserAttributesCommand({
    AccessToken: event.headers.Authorization,
    UserAttributes: [{ Name: "given_name", Value: name }],
  }));
  await table.send(new PutItemCommand({
    TableName: "phones",
    Item: { id: { S: sub }, phone: { S: phone } },
  }));
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "*" },
    body: "{}",
  };
};
CODE
put_code put-account-info index.mjs
