# The older origin access identity is used instead of an access control.
# starts: solved
# verdict: not done
# visitor: The page may appear, by a way that AWS has replaced.
# lesson: Origin access control replaces the origin access identity, and works where that does not.
# finding: fails | access
# An emulator that makes no identities takes any id of the right form.
identity=$(aws cloudfront create-cloud-front-origin-access-identity \
  --cloud-front-origin-access-identity-config \
  'CallerReference={{ domain }},Comment={{ domain }}' \
  --query CloudFrontOriginAccessIdentity.Id --output text 2>/dev/null) ||
  identity=E1A2B3C4D5E6F7
update_distribution '`{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "",
    "S3OriginConfig": {"OriginAccessIdentity":
      "origin-access-identity/cloudfront/'"$identity"'"}
  }]}
}`'
