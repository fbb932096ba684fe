# Fill in: There are more pages than anybody asked for.
# starts: solved
# verdict: done
# visitor: Fill in: what somebody sees who uses the site or the API in this state.
# lesson: Fill in: what the state teaches.
echo hello | aws s3 cp - s3://{{ website_bucket }}/example2.html \
  --content-type text/html
