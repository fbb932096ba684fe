# The console's first code is still there: the new one was not deployed.
# starts: solved
# verdict: not done
# visitor: The API will answer "Hello from Lambda!".
# lesson: New code runs only after you choose Deploy.
# finding: fails | answer
# says: the greeting of the code that the console puts into a new function
cat >functions/get-chapters/index.mjs <<'CODE'
export const handler = async (event) => {
  // TODO implement
  const response = {
    statusCode: 200,
    body: JSON.stringify('Hello from Lambda!'),
  };
  return response;
};
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
