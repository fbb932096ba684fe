# The function has the code that the console puts into every new one.
# starts: solved
# verdict: not done
# visitor: No mail comes, and each run is green.
# lesson: The code in the editor runs once it is deployed, and not before.
# finding: fails | sends
# says: nothing that sends mail
cat >functions/sns-send-email/index.mjs <<'CODE'
export const handler = async (event) => {
  const response = {
    statusCode: 200,
    body: JSON.stringify("Hello from Lambda!"),
  };
  return response;
};
CODE
put_code sns-send-email index.mjs
