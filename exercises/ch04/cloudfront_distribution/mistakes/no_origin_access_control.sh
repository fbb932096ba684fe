# CloudFront asks S3 without signing: the bucket answers 403.
# starts: solved
# verdict: not done
# finding: fails | access
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]}
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
