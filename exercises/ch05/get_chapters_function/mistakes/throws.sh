# The code looks right, and takes the list from where it is not.
# starts: solved
# verdict: not done
# visitor: The API will answer 502.
# lesson: Call a function before you connect it, and read its log when it fails.
# finding: fails | trial
# says: TypeError: Cannot read properties of undefined
# says: msl-learn open logs
cat >functions/get-chapters/index.mjs <<'CODE'
const chapters = { list: [{ id: 1, title: "One", description: "The first" }] };

export const handler = async () => ({
  statusCode: 200,
  headers: { "Access-Control-Allow-Origin": "*" },
  body: JSON.stringify(chapters.items.map((chapter) => chapter)),
});
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
