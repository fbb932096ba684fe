# The copies go into a second bucket of the same region.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the region is gone, with both buckets.
# lesson: A copy next door helps against a slip of the hand, and not against the loss of a region.
# finding: fails | elsewhere
# says: in {{ region }}
# finding: fails | allowed
# says: {{ data_bucket }}-copy
aws s3 mb s3://{{ data_bucket }}-copy --region {{ region }}
aws s3api put-bucket-versioning --bucket {{ data_bucket }}-copy \
  --versioning-configuration Status=Enabled
sed 's/-replica"/-copy"/' replication/data-bucket.json >other.json
aws s3api put-bucket-replication --bucket {{ data_bucket }} \
  --replication-configuration file://other.json
rm other.json
