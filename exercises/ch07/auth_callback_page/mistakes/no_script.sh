# The page is there, and its script is not.
# starts: solved
# verdict: not done
# visitor: After signing in, the page stays at "One moment".
# lesson: A page and its script are two files, and both are uploaded.
# finding: holds | page
# finding: fails | exchanges
# says: which the bucket lacks
aws s3 rm s3://{{ website_bucket }}/auth-callback.js
