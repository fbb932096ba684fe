# The title was made the sort key, so that two items may have one id.
# starts: before
# verdict: not done
# visitor: A chapter may appear twice.
# lesson: With a sort key, one id no longer names one item.
# finding: fails | key
# says: the sort key title
aws dynamodb create-table --table-name chapters \
  --attribute-definitions AttributeName=id,AttributeType=N \
    AttributeName=title,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
    AttributeName=title,KeyType=RANGE --billing-mode PAY_PER_REQUEST
