# The origin is the S3 website endpoint, which only serves the public.
# starts: solved
# verdict: not done
# visitor: The page answers 404 from S3.
# lesson: The website endpoint serves the public or nobody, so CloudFront needs the bucket itself.
# finding: fails | origin
# says: {{ website_bucket }}.{{ website_region_endpoint }}
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.{{ website_region_endpoint }}",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "CustomOriginConfig": {
      "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "http-only"
    }
  }]}
}`'
