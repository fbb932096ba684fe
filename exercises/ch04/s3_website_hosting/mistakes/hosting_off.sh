# The page is public, but static website hosting was never turned on.
# starts: solved
# verdict: not done
# finding: holds | everyone may read every object in the bucket
# finding: fails | website hosting is on with index.html as the index document
aws s3api delete-bucket-website --bucket {{ website_bucket }}
