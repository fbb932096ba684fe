# Block public access was left on, so S3 never took the public policy.
# starts: solved
# verdict: not done
# finding: fails | settings
# finding: fails | policy
aws s3api delete-bucket-policy --bucket {{ website_bucket }}
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
