# The page's key has a capital letter.
# starts: solved
# verdict: not done
# visitor: The link on the account page leads to 403 AccessDenied.
# lesson: Capital letters count in keys, and in addresses.
# finding: fails | page
# says: account/Info.html
aws s3 mv s3://{{ website_bucket }}/account/info.html \
  s3://{{ website_bucket }}/account/Info.html
