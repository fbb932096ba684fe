# The origin is another bucket, picked from the list by mistake.
# starts: solved
# verdict: not done
# finding: fails | origin
# says: {{ data_bucket }}
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
control=$(aws cloudfront list-origin-access-controls --query \
  'OriginAccessControlList.Items[0].Id' --output text)
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Origins": {"Quantity": 1, "Items": [{
    "Id": "website-bucket",
    "DomainName": "{{ data_bucket }}.s3.{{ region }}.amazonaws.com",
    "OriginPath": "",
    "CustomHeaders": {"Quantity": 0},
    "OriginAccessControlId": "'"$control"'",
    "S3OriginConfig": {"OriginAccessIdentity": ""}
  }]}
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
