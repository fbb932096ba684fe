# The code gives the body as an object.
# starts: solved
# verdict: not done
# visitor: The API answers 502, though everything was kept.
# lesson: API Gateway takes text alone as body.
# finding: fails | answer
# says: a body that is no text
sed -i 's/body: JSON.stringify(body),/body: { kept: true },/' \
  functions/put-image/index.mjs
(cd functions/put-image && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name put-image \
  --zip-file fileb://functions/put-image/function.zip
aws lambda wait function-updated-v2 --function-name put-image
