# The public policy is there, but RestrictPublicBuckets takes its effect.
# starts: solved
# verdict: not done
# finding: fails | the bucket's public access settings let a public policy work
# says: RestrictPublicBuckets
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=false,\
IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=true"
