# The older origin access identity is used instead of an access control.
# starts: solved
# verdict: not done
# finding: fails | access
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
# An emulator that makes no identities takes any id of the right form.
identity=$(aws cloudfront create-cloud-front-origin-access-identity \
  --cloud-front-origin-access-identity-config \
  'CallerReference={{ domain }},Comment={{ domain }}' \
  --query CloudFrontOriginAccessIdentity.Id --output text 2>/dev/null) ||
  identity=E1A2B3C4D5E6F7
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "",
    "S3OriginConfig": {"OriginAccessIdentity":
      "origin-access-identity/cloudfront/'"$identity"'"}
  }]}
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
