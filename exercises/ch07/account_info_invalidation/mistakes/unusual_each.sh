# Page and scripts are named one by one.
# starts: solved
# verdict: done
# visitor: Every visitor gets the new page.
# lesson: Each path that is named counts, and all of them are charged.
# finding: holds | invalidated
sleep 2
aws s3 cp website/account/info.html \
  s3://{{ website_bucket }}/account/info.html --content-type text/html
aws cloudfront create-invalidation --distribution-id "$(distribution)" \
  --paths "/account/info.html" "/account/info.js" "/account/auth-check.js"
