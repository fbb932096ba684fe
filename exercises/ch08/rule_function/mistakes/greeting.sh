# The function has the code that the console puts into every new one.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes, and each run is green.
# lesson: The code in the editor runs once it is deployed, and not before.
# finding: fails | takes
# says: nothing that reads a table
# finding: fails | file
# says: nothing that writes to S3
cat >functions/rule-analytics-auth-callback/index.mjs <<'CODE'
export const handler = async (event) => {
  const response = {
    statusCode: 200,
    body: JSON.stringify("Hello from Lambda!"),
  };
  return response;
};
CODE
put_code rule-analytics-auth-callback index.mjs
