# All four public access settings are off, those about ACLs too.
# starts: solved
# verdict: done
# visitor: The page appears.
# lesson: The settings about ACLs do not matter to a policy.
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=false,\
IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false"
