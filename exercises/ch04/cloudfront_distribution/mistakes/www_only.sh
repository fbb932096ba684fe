# The alternate domain name is www.{{ domain }}, not {{ domain }}.
# starts: solved
# verdict: not done
# finding: fails | distribution
# says: www.{{ domain }}
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Aliases": {"Quantity": 1, "Items": ["www.{{ domain }}"]}
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
