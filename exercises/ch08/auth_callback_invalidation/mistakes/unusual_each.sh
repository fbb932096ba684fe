# Page and scripts are named one by one.
# starts: solved
# verdict: done
# visitor: Every visitor gets the new page.
# lesson: Each path that is named counts, and all of them are charged.
# finding: holds | invalidated
sleep 2
aws s3 cp website/auth-callback.html \
  s3://{{ website_bucket }}/auth-callback.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/auth-callback.html" "/auth-callback.js"
