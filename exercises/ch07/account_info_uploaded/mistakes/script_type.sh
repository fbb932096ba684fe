# The script was uploaded as plain text.
# starts: solved
# verdict: not done
# visitor: The button reloads the page, and changes nothing.
# lesson: A browser runs a module only if its content type is JavaScript's.
# finding: holds | page
# finding: fails | files
# says: account/info.js as text/plain, which browsers do not run
aws s3 cp website/account/info.js \
  s3://{{ website_bucket }}/account/info.js --content-type text/plain
