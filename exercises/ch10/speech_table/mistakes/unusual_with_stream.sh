# The table has a stream that starts the speaking, and a sort key.
# starts: before
# verdict: done
# visitor: Texts can be kept.
# lesson: What tells a function of new texts is a matter of the design.
# finding: holds | active
aws dynamodb create-table --table-name AudioRequests \
  --attribute-definitions AttributeName=user,AttributeType=S \
    AttributeName=requestedAt,AttributeType=N \
  --key-schema AttributeName=user,KeyType=HASH \
    AttributeName=requestedAt,KeyType=RANGE \
  --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1 \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
