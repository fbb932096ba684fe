# The bucket is named after the name with www, not after the domain.
# starts: before
# verdict: not done
# finding: fails | bucket
# says: www.{{ website_bucket }}
aws s3 mb s3://www.{{ website_bucket }} --region {{ region }}
aws s3 cp website/index.html s3://www.{{ website_bucket }}/index.html
