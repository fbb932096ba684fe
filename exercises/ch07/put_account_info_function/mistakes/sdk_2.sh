# The code is an old example's, with version 2 of the SDK.
# starts: solved
# verdict: not done
# visitor: The API will answer 502: the code cannot be loaded.
# lesson: The runtimes of Lambda have version 3 of the SDK, and no version 2.
# finding: fails | handler
# says: version 2 of the SDK
cat >functions/put-account-info/index.cjs <<'CODE'
const AWS = require("aws-sdk");
const cognito = new AWS.CognitoIdentityServiceProvider();
exports.handler = async (event) => {
  const { given_name } = JSON.parse(event.body);
  await cognito.updateUserAttributes({
    AccessToken: event.headers.Authorization,
    UserAttributes: [{ Name: "given_name", Value: given_name }],
  }).promise();
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "*" },
    body: "{}",
  };
};
CODE
put_code put-account-info index.cjs
