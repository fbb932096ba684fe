# Two of the four settings are on: those for ACLs, not those for policies.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything today: no public policy is there.
# lesson: The settings about ACLs do not stop a public policy.
# finding: fails | settings
# says: BlockPublicPolicy
# says: RestrictPublicBuckets
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false"
