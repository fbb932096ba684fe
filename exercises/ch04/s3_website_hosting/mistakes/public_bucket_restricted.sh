# The public policy is there, but RestrictPublicBuckets takes its effect.
# starts: solved
# verdict: not done
# visitor: The page answers 403.
# lesson: RestrictPublicBuckets takes the effect from a public policy that is there.
# finding: fails | settings
# says: RestrictPublicBuckets
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=false,\
IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=true"
