# The page was deleted together with the public access.
# starts: solved
# verdict: not done
# finding: fails | the bucket still holds index.html
aws s3 rm s3://{{ website_bucket }}/index.html
