# The origin access control is set never to sign.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: An origin access control that never signs is none to S3.
# finding: fails | access
# says: never
control=$(aws cloudfront create-origin-access-control \
  --origin-access-control-config "Name=unsigned-requests,\
OriginAccessControlOriginType=s3,SigningBehavior=never,\
SigningProtocol=sigv4" --query OriginAccessControl.Id --output text)
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "'"$control"'",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]}
}`'
