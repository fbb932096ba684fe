# Fill in: The page lies in a folder.
# starts: solved
# verdict: not done
# visitor: Fill in: what somebody sees who uses the site or the API in this state.
# lesson: Fill in: what the state teaches.
# finding: fails | page
# says: website/example.html
aws s3 mv s3://{{ website_bucket }}/example.html \
  s3://{{ website_bucket }}/website/example.html
