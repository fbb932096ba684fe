# The table has no stream: the function that the API calls will analyze the comment itself.
# starts: before
# verdict: done
# visitor: Comments can be kept.
# lesson: A stream is for those who want to be told later.
# finding: skipped | stream
# says: the stream is off
aws dynamodb create-table --table-name comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
