# Access is blocked, but the website endpoint still answers, with errors.
# starts: solved
# verdict: not done
# finding: fails | website
# says: index.html
aws s3 website s3://{{ website_bucket }} --index-document index.html
