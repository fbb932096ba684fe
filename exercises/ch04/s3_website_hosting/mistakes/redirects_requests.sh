# Website hosting redirects every request instead of serving the bucket.
# starts: solved
# verdict: not done
# visitor: The browser is sent to www.{{ domain }}, which does not exist.
# lesson: Hosting either serves the bucket or redirects all requests.
# finding: fails | website
# says: www.{{ domain }}
aws s3api put-bucket-website --bucket {{ website_bucket }} \
  --website-configuration \
  '{"RedirectAllRequestsTo": {"HostName": "www.{{ domain }}"}}'
