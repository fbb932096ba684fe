# Public access is blocked again, but the policy for everyone was left.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until the block is lifted one day.
# lesson: The block is a safety net, not a clean-up.
# finding: holds | settings
# finding: fails | policy
aws s3api delete-bucket-website --bucket {{ website_bucket }}
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
