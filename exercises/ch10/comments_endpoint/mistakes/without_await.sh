# Nothing waits for the request to DynamoDB.
# starts: solved
# verdict: not done
# visitor: The API says that all went well, and some comments are never kept.
# lesson: A function ends with its answer, and what is still on its way is stopped.
# finding: fails | stores
# says: which nothing waits for
sed -i 's/await dynamodb.send/dynamodb.send/' \
  functions/put-comment/index.mjs
(cd functions/put-comment && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name put-comment \
  --zip-file fileb://functions/put-comment/function.zip
aws lambda wait function-updated-v2 --function-name put-comment
