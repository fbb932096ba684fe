# Website hosting redirects every request instead of serving the bucket.
# starts: solved
# verdict: not done
# finding: fails | website
# says: www.{{ domain }}
aws s3api put-bucket-website --bucket {{ website_bucket }} \
  --website-configuration \
  '{"RedirectAllRequestsTo": {"HostName": "www.{{ domain }}"}}'
