# The bucket was deleted, as if the website were no longer needed.
# starts: before
# verdict: not done
# visitor: CloudFront will have nothing to serve.
# lesson: The exercise closes the bucket and keeps what is in it.
# finding: fails | bucket
aws s3 rb s3://{{ website_bucket }} --force
