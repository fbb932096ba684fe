# Hosting has an error document and a routing rule; more objects lie beside.
# starts: solved
# verdict: done
# visitor: The page appears, and errors get a page of their own.
# lesson: Hosting may do more than the exercise asks for.
aws s3 cp website/index.html s3://{{ website_bucket }}/error.html
aws s3 cp website/index.html s3://{{ website_bucket }}/about/index.html
aws s3api put-bucket-website --bucket {{ website_bucket }} \
  --website-configuration '{
    "IndexDocument": {"Suffix": "index.html"},
    "ErrorDocument": {"Key": "error.html"},
    "RoutingRules": [{
      "Condition": {"KeyPrefixEquals": "old/"},
      "Redirect": {"ReplaceKeyPrefixWith": "about/"}
    }]
  }'
