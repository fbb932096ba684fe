# The table is paid by the hour: it works, and the check says what that costs.
# starts: before
# verdict: done
# visitor: Sign-ins can be kept.
# lesson: On-demand costs nothing while nobody asks.
# finding: holds | active
aws dynamodb create-table --table-name analytics \
  --attribute-definitions AttributeName=dataType,AttributeType=S \
    AttributeName=timestamp,AttributeType=N \
  --key-schema AttributeName=dataType,KeyType=HASH \
    AttributeName=timestamp,KeyType=RANGE \
  --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1
