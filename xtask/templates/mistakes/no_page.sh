# Fill in: The page was deleted again.
# starts: solved
# verdict: not done
# visitor: Fill in: what somebody sees who uses the site or the API in this state.
# lesson: Fill in: what the state teaches.
# finding: fails | page
aws s3 rm s3://{{ website_bucket }}/example.html
