# The table is paid by the hour, for capacity that nobody uses.
# starts: before
# verdict: not done
# visitor: Visitors see no difference, and you pay while nobody asks.
# lesson: On-demand costs nothing while nobody asks.
# finding: fails | on_demand
# says: provisioned
aws dynamodb create-table --table-name chapters \
  --attribute-definitions AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH \
  --provisioned-throughput ReadCapacityUnits=5,WriteCapacityUnits=5
aws dynamodb batch-write-item \
  --request-items file://data/chapters-items.json
