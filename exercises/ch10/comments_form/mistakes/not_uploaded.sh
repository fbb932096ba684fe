# The page is on the learner's disk, and not in the bucket.
# starts: solved
# verdict: not done
# visitor: The website answers 403, as for every page that is not there.
# lesson: Visitors get what is in the bucket.
# finding: fails | page
aws s3 rm s3://{{ website_bucket }}/comments.html
