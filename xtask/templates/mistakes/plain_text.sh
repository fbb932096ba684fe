# Fill in: The page has the type of plain text.
# starts: solved
# verdict: not done
# visitor: Fill in: what somebody sees who uses the site or the API in this state.
# lesson: Fill in: what the state teaches.
# finding: fails | type
# says: text/plain
echo hello | aws s3 cp - s3://{{ website_bucket }}/example.html \
  --content-type text/plain
