# The policy names the bucket, not the objects in it.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: A policy about objects ends in /*.
# finding: fails | policy
# says: arn:aws:s3:::{{ website_bucket }}/*
distribution=$(distribution)
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy "$(
  sed -e "s|DISTRIBUTION_ID|$distribution|" -e 's|/\*"|"|' \
    policies/website-distribution-read.json)"
