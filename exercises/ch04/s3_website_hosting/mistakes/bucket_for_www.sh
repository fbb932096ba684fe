# The bucket is named after the name with www, not after the domain.
# starts: before
# verdict: not done
# visitor: The website endpoint of {{ website_bucket }} answers 404 NoSuchBucket.
# lesson: S3 finds the bucket by the host name, so the two must be equal.
# finding: fails | bucket
# says: www.{{ website_bucket }}
aws s3 mb s3://www.{{ website_bucket }} --region {{ region }}
aws s3 cp website/index.html s3://www.{{ website_bucket }}/index.html
