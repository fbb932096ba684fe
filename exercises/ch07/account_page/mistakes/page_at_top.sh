# The page is no part of a folder.
# starts: solved
# verdict: not done
# visitor: After signing in, CloudFront answers 403 AccessDenied.
# lesson: S3 has no folders, and the slash is a part of the key.
# finding: fails | page
# says: index.html
aws s3 mv s3://{{ website_bucket }}/account/index.html \
  s3://{{ website_bucket }}/account.html
