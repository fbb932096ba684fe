# The distribution lost its alternate name, so it refuses the domain.
# starts: before
# verdict: not done
# finding: fails | distribution
distribution=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].Id' --output text)
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
etag=$(present --query ETag --output text)
config=$(present --output json --query 'merge(DistributionConfig, `{
  "Aliases": {"Quantity": 0}
}`)')
aws cloudfront update-distribution --id "$distribution" \
  --if-match "$etag" --distribution-config "$config"
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
zone=$(aws route53 list-hosted-zones-by-name --dns-name {{ domain }} \
  --query 'HostedZones[0].Id' --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|DISTRIBUTION_DOMAIN_NAME|$target|" \
    records/website-distribution.json)"
