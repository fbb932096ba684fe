# Three settings are on; the one that shuts out strangers now is off.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything today: no public policy is there.
# lesson: RestrictPublicBuckets is the setting that shuts out strangers at once.
# finding: fails | settings
# says: RestrictPublicBuckets
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=false"
