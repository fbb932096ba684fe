# One item was written by hand, with its title under another name.
# starts: before
# verdict: not done
# visitor: The page shows a chapter without a title.
# lesson: DynamoDB keeps whatever an item has: only the key must be there.
# finding: fails | page
# says: an entry that has no title
aws dynamodb put-item --table-name chapters --item '{
  "id": {"N": "4"}, "name": {"S": "Launching a Website"},
  "description": {"S": "A page in S3."}
}'
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
