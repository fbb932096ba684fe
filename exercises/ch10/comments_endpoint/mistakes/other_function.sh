# The method invokes the function for texts that are to be spoken.
# starts: solved
# verdict: not done
# visitor: Comments are read aloud, and the table of comments stays empty.
# lesson: What a method does is done by the function behind it.
# finding: fails | stores
# says: the table text-to-speech, which is for other things
sed 's/TableName: "comments"/TableName: "text-to-speech"/' \
  functions/put-comment/index.mjs >other.mjs
mv other.mjs functions/put-comment/index.mjs
aws dynamodb create-table --table-name text-to-speech \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
aws dynamodb wait table-exists --table-name text-to-speech
(cd functions/put-comment && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name put-comment \
  --zip-file fileb://functions/put-comment/function.zip
aws lambda wait function-updated-v2 --function-name put-comment
