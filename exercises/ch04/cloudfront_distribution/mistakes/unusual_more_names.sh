# The distribution also answers for www.{{ domain }}.
# starts: solved
# verdict: done
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Aliases": {
    "Quantity": 2, "Items": ["www.{{ domain }}", "{{ domain }}"]
  }
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
