# The types name the encoding, and JavaScript has its older name.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A type may name the encoding, and JavaScript has several.
# finding: holds | page
# finding: holds | files
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html \
  --content-type "text/html;charset=UTF-8"
aws s3 cp website/account/info.js \
  s3://{{ website_bucket }}/account/info.js \
  --content-type "Application/JavaScript; charset=utf-8"
