# The body is the array itself, and no text.
# starts: solved
# verdict: not done
# visitor: The API will answer 502.
# lesson: The body of an answer is text, which JSON.stringify makes.
# finding: fails | answer
# says: a body that is no text
# says: JSON.stringify
sed -i 's/JSON.stringify(chapters)/chapters/' \
  functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
