# Copies what is new in the data bucket into a bucket of another region.
data={{ data_bucket }}
replica={{ data_bucket }}-replica
trust=file://policies/s3-replication-trust.json

other=us-west-2
if [ {{ region }} = us-west-2 ]; then
  other=us-east-1
fi
aws s3api head-bucket --bucket "$replica" >/dev/null 2>&1 ||
  aws s3 mb "s3://$replica" --region "$other"
for bucket in {{ data_bucket }} {{ data_bucket }}-replica; do
  aws s3api put-bucket-versioning --bucket "$bucket" \
    --versioning-configuration Status=Enabled
done
aws s3api delete-bucket-policy --bucket "$replica"

if aws iam get-role --role-name s3-replication >/dev/null 2>&1; then
  aws iam update-assume-role-policy --role-name s3-replication \
    --policy-document "$trust"
else
  aws iam create-role --role-name s3-replication \
    --assume-role-policy-document "$trust"
fi
aws iam put-role-policy --role-name s3-replication \
  --policy-name s3-replication \
  --policy-document file://policies/s3-replication.json
aws iam delete-role-permissions-boundary --role-name s3-replication \
  2>/dev/null || true

# S3 encrypts what is new with its own keys, which every rule copies.
aws s3api put-bucket-encryption --bucket "$data" \
  --server-side-encryption-configuration \
  file://replication/encryption.json
aws s3api put-bucket-replication --bucket "$data" \
  --replication-configuration file://replication/data-bucket.json

# What was there before the rule is not copied, so it is uploaded again.
aws s3 cp data/chapters.json "s3://$data/chapters.json" \
  --content-type application/json
