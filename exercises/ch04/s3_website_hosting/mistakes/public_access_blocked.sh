# Block public access was left on, so S3 never took the public policy.
# starts: solved
# verdict: not done
# visitor: The page answers 403.
# lesson: Block public access refuses a public policy until you lift it.
# finding: fails | settings
# finding: fails | policy
aws s3api delete-bucket-policy --bucket {{ website_bucket }}
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
