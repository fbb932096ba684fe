# The function has the code that the console puts into every new one.
# starts: solved
# verdict: not done
# visitor: The account page will say that all is well, and nothing will change.
# lesson: The code in the editor runs once it is deployed, and not before.
# finding: fails | changes
# says: nothing that changes a user
# finding: fails | answer
# says: the greeting
cat >functions/put-account-info/index.mjs <<'CODE'
export const handler = async (event) => {
  const response = {
    statusCode: 200,
    body: JSON.stringify("Hello from Lambda!"),
  };
  return response;
};
CODE
put_code put-account-info index.mjs
