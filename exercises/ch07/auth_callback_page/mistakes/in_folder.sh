# The page lies in a folder, so that its address is another.
# starts: solved
# verdict: not done
# visitor: After signing in, CloudFront answers 403 AccessDenied.
# lesson: The callback address is compared letter by letter, and the page must be there.
# finding: fails | page
# says: website/auth-callback.html
aws s3 mv s3://{{ website_bucket }}/auth-callback.html \
  s3://{{ website_bucket }}/website/auth-callback.html
