# The public policy is there, but RestrictPublicBuckets takes its effect.
# starts: solved
# verdict: not done
# finding: fails | settings
# says: RestrictPublicBuckets
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=false,\
IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=true"
