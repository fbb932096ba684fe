# Public access was opened again, to be rid of CloudFront's 403.
# starts: solved
# verdict: not done
# visitor: The page works, and everyone can walk around CloudFront.
# lesson: Opening the bucket hides a missing link instead of repairing it.
# finding: fails | policy
aws s3api delete-public-access-block --bucket {{ website_bucket }}
aws s3api put-bucket-policy --bucket {{ website_bucket }} \
  --policy file://policies/website-public-read.json
