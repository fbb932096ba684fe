# The page was deleted together with the public access.
# starts: solved
# verdict: not done
# visitor: CloudFront will answer 403, for there is no page.
# lesson: Closing a bucket does not mean emptying it.
# finding: fails | index
aws s3 rm s3://{{ website_bucket }}/index.html
