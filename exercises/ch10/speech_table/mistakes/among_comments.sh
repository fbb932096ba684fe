# The texts were put into a table of comments: nothing tells one from the other.
# starts: before
# verdict: not done
# visitor: Comments are read aloud, and texts are analyzed as comments.
# lesson: What starts different work goes into different tables.
# finding: fails | table
# says: page-comments
aws dynamodb create-table --table-name page-comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
aws dynamodb wait table-exists --table-name page-comments
aws dynamodb put-item --table-name page-comments \
  --item '{"id": {"S": "1"}, "text": {"S": "Welcome."},
    "voice": {"S": "Joanna"}}'
