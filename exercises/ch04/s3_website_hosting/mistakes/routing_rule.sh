# A routing rule sends every request to another host.
# starts: solved
# verdict: not done
# visitor: The browser goes to another website.
# lesson: A routing rule without a condition is for the home page as well.
# finding: fails | website
# says: old.example.org
aws s3api put-bucket-website --bucket {{ website_bucket }} \
  --website-configuration '{
    "IndexDocument": {"Suffix": "index.html"},
    "RoutingRules": [{"Redirect": {"HostName": "old.example.org"}}]
  }'
