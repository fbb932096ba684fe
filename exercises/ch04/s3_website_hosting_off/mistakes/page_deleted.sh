# The page was deleted together with the public access.
# starts: solved
# verdict: not done
# finding: fails | index
aws s3 rm s3://{{ website_bucket }}/index.html
