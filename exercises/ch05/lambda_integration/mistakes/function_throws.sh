# The function was changed afterwards, and fails on what API Gateway sends.
# starts: solved
# verdict: not done
# visitor: The API answers 502.
# lesson: API Gateway hides why a function fails; the function's log tells.
# finding: fails | page
# says: HTTP status 502
# says: TypeError
# says: Look at its log group
cat >functions/get-chapters/index.mjs <<'CODE'
const chapters = [{ id: 1, title: "One", description: "The first" }];

export const handler = async (event) => ({
  statusCode: 200,
  headers: { "Access-Control-Allow-Origin": "*" },
  body: JSON.stringify(chapters.slice(event.paging.from)),
});
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
