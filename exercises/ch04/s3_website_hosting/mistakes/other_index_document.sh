# Website hosting looks for home.html, which is not in the bucket.
# starts: solved
# verdict: not done
# visitor: The page answers 404.
# lesson: The index document must be a key that is in the bucket.
# finding: fails | website
# says: home.html
aws s3 website s3://{{ website_bucket }} --index-document home.html
