# The script is gone.
# starts: solved
# verdict: not done
# visitor: The page says One moment forever.
# lesson: What a page names must be there.
# finding: fails | files
# says: auth-callback.js
# finding: fails | sends
aws s3 rm s3://{{ website_bucket }}/auth-callback.js
