# The table of sign-ins was deleted and created again: a new table begins with recovery off.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until sign-ins are deleted and wanted back.
# lesson: The switch belongs to the table, and goes with it.
# finding: fails | analytics_recovery
# says: off
aws dynamodb delete-table --table-name analytics
aws dynamodb wait table-not-exists --table-name analytics
aws dynamodb create-table --table-name analytics \
  --attribute-definitions AttributeName=dataType,AttributeType=S \
    AttributeName=timestamp,AttributeType=N \
  --key-schema AttributeName=dataType,KeyType=HASH \
    AttributeName=timestamp,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
aws dynamodb wait table-exists --table-name analytics
