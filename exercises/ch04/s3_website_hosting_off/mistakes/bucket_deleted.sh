# The bucket was deleted, as if the website were no longer needed.
# starts: before
# verdict: not done
# finding: fails | bucket
aws s3 rb s3://{{ website_bucket }} --force
