# The bucket's own address, set up as a web server.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: CloudFront signs what it asks of an S3 origin alone.
# finding: fails | origin
# says: as a custom origin
# finding: fails | access
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "CustomOriginConfig": {
      "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"
    }
  }]}
}`'
