# The table is paid by the hour: it works, and the check says what that costs.
# starts: before
# verdict: done
# visitor: Comments can be kept.
# lesson: On-demand costs nothing while nobody asks.
# finding: holds | active
aws dynamodb create-table --table-name comments \
  --attribute-definitions AttributeName=id,AttributeType=S \
  --key-schema AttributeName=id,KeyType=HASH \
  --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1 \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
