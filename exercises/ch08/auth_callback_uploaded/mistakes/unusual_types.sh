# The types name the encoding, and JavaScript has its older name.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A type may name the encoding, and JavaScript has several.
# finding: holds | page
# finding: holds | files
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html \
  --content-type "text/html;charset=UTF-8"
aws s3 cp s3://{{ website_bucket }}/auth-callback.js again.js
aws s3 cp again.js s3://{{ website_bucket }}/auth-callback.js \
  --content-type "Application/JavaScript; charset=utf-8"
