# Access is blocked, but the website endpoint still answers, with errors.
# starts: solved
# verdict: not done
# visitor: The website endpoint answers 403 instead of 404.
# lesson: Blocking access does not turn hosting off.
# finding: fails | website
# says: index.html
aws s3 website s3://{{ website_bucket }} --index-document index.html
