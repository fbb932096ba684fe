# The link has a capital letter that the page's name does not have.
# starts: solved
# verdict: not done
# visitor: The link leads to 403.
# lesson: Addresses distinguish capital letters.
# finding: fails | link
# says: https://{{ domain }}/Chapters.html
# says: Capital letters count
sed 's|href="c|href="C|' website/index.html |
  aws s3 cp - s3://{{ website_bucket }}/index.html \
    --content-type text/html
aws cloudfront create-invalidation --paths /index.html \
  --distribution-id "$(distribution)"
