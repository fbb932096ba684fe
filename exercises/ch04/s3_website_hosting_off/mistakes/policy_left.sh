# Public access is blocked again, but the policy for everyone was left.
# starts: before
# verdict: not done
# finding: holds | settings
# finding: fails | policy
aws s3api delete-bucket-website --bucket {{ website_bucket }}
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
