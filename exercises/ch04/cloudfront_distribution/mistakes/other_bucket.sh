# The origin is another bucket, picked from the list by mistake.
# starts: solved
# verdict: not done
# visitor: The page answers 403, or is another one.
# lesson: The origin decides where CloudFront fetches, so check the bucket's name.
# finding: fails | origin
# says: {{ data_bucket }}
control=$(aws cloudfront list-origin-access-controls --query \
  'OriginAccessControlList.Items[0].Id' --output text)
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ data_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "'"$control"'",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]}
}`'
