# The bucket was deleted, as if the website were no longer needed.
# starts: before
# verdict: not done
# finding: fails | your account has the bucket {{ website_bucket }}
aws s3 rb s3://{{ website_bucket }} --force
