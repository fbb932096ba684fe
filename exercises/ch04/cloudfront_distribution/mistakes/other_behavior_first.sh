# A behavior for /* comes before the default one, and leads elsewhere.
# starts: solved
# verdict: not done
# visitor: Every address of the website shows another server's answer.
# lesson: The default behavior is for what no other behavior matches.
# finding: fails | origin
# says: the behavior /*
# finding: fails | redirect
# says: allow-all
control=$(aws cloudfront list-origin-access-controls --query \
  'OriginAccessControlList.Items[0].Id' --output text)
update_distribution '`{
  "Origins": {"Quantity": 2, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "'"$control"'",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }, {
    "Id": "server",
    "DomainName": "www.example.org",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "CustomOriginConfig": {
      "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"
    }
  }]},
  "CacheBehaviors": {"Quantity": 1, "Items": [{
    "PathPattern": "/*",
    "TargetOriginId": "server",
    "ViewerProtocolPolicy": "allow-all",
    "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    "Compress": true
  }]}
}`'
