# The page is public, but static website hosting was never turned on.
# starts: solved
# verdict: not done
# finding: holds | policy
# finding: fails | website
aws s3api delete-bucket-website --bucket {{ website_bucket }}
