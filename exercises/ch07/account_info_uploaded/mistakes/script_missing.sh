# The script that both account pages share is gone.
# starts: solved
# verdict: not done
# visitor: The page is shown to people who never signed in.
# lesson: What a page names must be there.
# finding: fails | files
# says: account/auth-check.js
aws s3 rm s3://{{ website_bucket }}/account/auth-check.js
