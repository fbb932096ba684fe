# Website hosting redirects every request instead of serving the bucket.
# starts: solved
# verdict: not done
# finding: fails | website hosting is on with index.html as the index document
# says: www.{{ domain }}
aws s3api put-bucket-website --bucket {{ website_bucket }} \
  --website-configuration \
  '{"RedirectAllRequestsTo": {"HostName": "www.{{ domain }}"}}'
