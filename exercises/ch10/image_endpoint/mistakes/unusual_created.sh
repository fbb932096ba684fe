# The code answers 201 to what it has kept.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: Several statuses say that it went well.
# finding: holds | answer
sed -i 's/return answer(200, { id })/return answer(201, { id })/' \
  functions/put-image/index.mjs
(cd functions/put-image && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name put-image \
  --zip-file fileb://functions/put-image/function.zip
aws lambda wait function-updated-v2 --function-name put-image
