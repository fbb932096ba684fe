# The page is public, but static website hosting was never turned on.
# starts: solved
# verdict: not done
# visitor: The website endpoint answers 404 NoSuchWebsiteConfiguration.
# lesson: Public objects alone make no website: hosting gives them the endpoint.
# finding: holds | policy
# finding: fails | website
aws s3api delete-bucket-website --bucket {{ website_bucket }}
