# The policy still says DISTRIBUTION_ID where the id belongs.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: A condition with a placeholder matches no distribution.
# finding: fails | policy
# says: DISTRIBUTION_ID
aws s3api put-bucket-policy --bucket {{ website_bucket }} \
  --policy file://policies/website-distribution-read.json
