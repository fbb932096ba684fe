# As Terraform leaves it: a KMS key for the data, versions and tags.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A key of KMS keeps the data from whoever may not use the key, and the function may.
aws s3api put-bucket-versioning --bucket {{ data_bucket }} \
  --versioning-configuration Status=Enabled
key=$(aws kms create-key --query KeyMetadata.Arn --output text)
aws s3 cp data/chapters.json s3://{{ data_bucket }}/chapters.json \
  --content-type application/json --sse aws:kms --sse-kms-key-id "$key"
aws s3api put-bucket-tagging --bucket {{ data_bucket }} \
  --tagging 'TagSet=[{Key=ManagedBy,Value=terraform}]'
