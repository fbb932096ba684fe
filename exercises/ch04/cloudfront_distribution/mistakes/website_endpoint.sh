# The origin is the S3 website endpoint, which only serves the public.
# starts: solved
# verdict: not done
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
