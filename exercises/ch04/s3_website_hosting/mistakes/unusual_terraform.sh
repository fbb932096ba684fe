# As Terraform leaves it: ids in the policy, routing rules and tags.
# starts: solved
# verdict: done
# visitor: The page is shown.
# lesson: Routing rules for other paths leave the home page alone.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17", "Id": "PublicWebsite",
  "Statement": [{
    "Sid": "PublicReadGetObject", "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": ["s3:GetObject"],
    "Resource": ["arn:aws:s3:::{{ website_bucket }}/*"]
  }]
}'
aws s3api put-bucket-website --bucket {{ website_bucket }} \
  --website-configuration '{
    "IndexDocument": {"Suffix": "index.html"},
    "ErrorDocument": {"Key": "error.html"},
    "RoutingRules": [{
      "Condition": {"KeyPrefixEquals": "docs/"},
      "Redirect": {"ReplaceKeyPrefixWith": "documents/"}
    }]
  }'
aws s3api put-bucket-tagging --bucket {{ website_bucket }} \
  --tagging 'TagSet=[{Key=ManagedBy,Value=terraform}]'
