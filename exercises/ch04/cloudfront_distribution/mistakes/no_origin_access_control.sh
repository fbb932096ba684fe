# CloudFront asks S3 without signing: the bucket answers 403.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: A private bucket lets CloudFront in only when the requests are signed.
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
