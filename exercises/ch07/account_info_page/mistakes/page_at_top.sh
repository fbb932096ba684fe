# The page is no part of the folder.
# starts: solved
# verdict: not done
# visitor: The link on the account page leads to 403 AccessDenied.
# lesson: A relative link is taken from where the page is.
# finding: fails | page
# says: the object info.html
aws s3 mv s3://{{ website_bucket }}/account/info.html \
  s3://{{ website_bucket }}/info.html
