# The script lies beside the other scripts, and not beside the page.
# starts: solved
# verdict: not done
# visitor: The account page greets people who never signed in.
# lesson: A relative address is taken from where the page is.
# finding: fails | looks
# says: the script account/auth-check.js, which the bucket lacks
aws s3 mv s3://{{ website_bucket }}/account/auth-check.js \
  s3://{{ website_bucket }}/auth-check.js
