# The origin is written without the region, as older consoles did.
# starts: solved
# verdict: done
# visitor: The page appears, after a redirect in the first hours of a new bucket.
# lesson: The name without a region is the same bucket.
control=$(aws cloudfront list-origin-access-controls --query \
  'OriginAccessControlList.Items[0].Id' --output text)
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "'"$control"'",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]}
}`'
