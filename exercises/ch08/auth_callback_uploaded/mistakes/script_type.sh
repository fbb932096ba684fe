# The script was uploaded as plain text.
# starts: solved
# verdict: not done
# visitor: The page says One moment forever.
# lesson: A browser runs a module only if its content type is JavaScript's.
# finding: holds | page
# finding: fails | files
# says: auth-callback.js as text/plain, which browsers do not run
aws s3 cp s3://{{ website_bucket }}/auth-callback.js again.js
aws s3 cp again.js s3://{{ website_bucket }}/auth-callback.js \
  --content-type text/plain
