# Two of the four settings are on: those for ACLs, not those for policies.
# starts: solved
# verdict: not done
# finding: fails | settings
# says: BlockPublicPolicy
# says: RestrictPublicBuckets
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false"
