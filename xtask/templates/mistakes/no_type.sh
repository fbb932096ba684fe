# Fill in: The page was uploaded without a type of its own.
# starts: solved
# verdict: not done
# visitor: Fill in: what somebody sees who uses the site or the API in this state.
# lesson: Fill in: what the state teaches.
# finding: fails | type
# says: binary/octet-stream
echo hello | aws s3 cp - s3://{{ website_bucket }}/example.html \
  --content-type binary/octet-stream
