# Fill in: The type says how the page is encoded, too.
# starts: solved
# verdict: done
# visitor: Fill in: what somebody sees who uses the site or the API in this state.
# lesson: Fill in: what the state teaches.
echo hello | aws s3 cp - s3://{{ website_bucket }}/example.html \
  --content-type 'text/html; charset=utf-8'
