# The function returns the list by itself, without statusCode and body.
# starts: solved
# verdict: not done
# visitor: The API will answer 502.
# lesson: A proxy integration expects an object with statusCode and body.
# finding: fails | answer
# says: no statusCode in the code
# finding: fails | cors
cat >functions/get-chapters/index.mjs <<'CODE'
export const handler = async () => [{ id: 1, title: "One" }];
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
