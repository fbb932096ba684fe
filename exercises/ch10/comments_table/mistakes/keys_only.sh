# The stream has the keys of what changed, and nothing else.
# starts: before
# verdict: not done
# visitor: Comments are kept, and none is analyzed.
# lesson: The view type says what a function gets of each change.
# finding: holds | table
# finding: fails | stream
# says: KEYS_ONLY
aws dynamodb create-table --table-name comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST \
  --stream-specification StreamEnabled=true,StreamViewType=KEYS_ONLY
