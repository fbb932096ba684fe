# A second origin, listed first, serves a path of its own.
# starts: solved
# verdict: done
# visitor: The page appears, and another path comes from another place.
# lesson: What counts is the origin of the default behavior.
control=$(aws cloudfront list-origin-access-controls --query \
  'OriginAccessControlList.Items[0].Id' --output text)
update_distribution '`{
  "Origins": {"Quantity": 2, "Items": [{
    "Id": "api",
    "DomainName": "{{ api_domain }}",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "CustomOriginConfig": {
      "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"
    }
  }, {
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "'"$control"'",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]},
  "CacheBehaviors": {"Quantity": 1, "Items": [{
    "PathPattern": "/api/*",
    "TargetOriginId": "api",
    "ViewerProtocolPolicy": "https-only",
    "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    "Compress": true
  }]}
}`'
