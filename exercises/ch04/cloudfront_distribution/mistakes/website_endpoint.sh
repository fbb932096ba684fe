# The origin is the S3 website endpoint, which only serves the public.
# starts: solved
# verdict: not done
# finding: fails | origin
# says: {{ website_bucket }}.{{ website_region_endpoint }}
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ website_bucket }}.{{ website_region_endpoint }}",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "CustomOriginConfig": {
      "HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "http-only"
    }
  }]}
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
