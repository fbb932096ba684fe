# The code changes users as an administrator, by the id in the token, and the role lets it.
# starts: solved
# verdict: done
# visitor: The account page changes the name.
# lesson: API Gateway hands the verified claims to the function, so that it need not believe the body.
# finding: holds | allowed
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name users --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Resource": "'"$(user_pool_arn)"'",
       "Action": "cognito-idp:AdminUpdateUserAttributes"}]}'
cat >functions/put-account-info/index.mjs <<CODE
import {
  AdminUpdateUserAttributesCommand, CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
const client = new CognitoIdentityProviderClient();
export const handler = async (event) => {
  const { given_name } = JSON.parse(event.body);
  await client.send(new AdminUpdateUserAttributesCommand({
    UserPoolId: "$(user_pool)",
    Username: event.requestContext.authorizer.claims.sub,
    UserAttributes: [{ Name: "given_name", Value: given_name }],
  }));
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "https://{{ domain }}" },
    body: JSON.stringify({}),
  };
};
CODE
put_code put-account-info index.mjs
