# The page is encrypted with a KMS key.
# starts: solved
# verdict: not done
# visitor: The website answers an error instead of the page.
# lesson: What everyone may read is encrypted with S3's own keys.
# finding: fails | readable
# says: KMS key
key=$(aws kms create-key --query KeyMetadata.Arn --output text)
aws s3 cp website/index.html s3://{{ website_bucket }}/index.html \
  --content-type text/html --sse aws:kms --sse-kms-key-id "$key"
