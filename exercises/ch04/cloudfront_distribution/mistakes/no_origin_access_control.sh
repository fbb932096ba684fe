# CloudFront asks S3 without signing: the bucket answers 403.
# starts: solved
# verdict: not done
# finding: fails | access
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]}
}`'
