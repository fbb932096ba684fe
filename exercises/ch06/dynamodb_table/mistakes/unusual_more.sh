# An item has more attributes than asked for, and the table has an index.
# starts: before
# verdict: done
# visitor: The page will show the chapter.
# lesson: Items may have more attributes, and tables indexes.
aws dynamodb create-table --table-name chapters \
  --attribute-definitions AttributeName=title,AttributeType=S \
    AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH \
  --global-secondary-indexes '[{"IndexName": "by-title",
    "KeySchema": [{"AttributeName": "title", "KeyType": "HASH"}],
    "Projection": {"ProjectionType": "ALL"}}]' \
  --billing-mode PAY_PER_REQUEST
aws dynamodb put-item --table-name chapters --item '{"id": {"N": "1"},
  "title": {"S": "One"}, "description": {"S": "The first."},
  "pages": {"N": "12"}, "tags": {"SS": ["a", "b"]}}'
