# As a migration by weights ends: the old website has weight 0.
# starts: before
# verdict: done
# visitor: The page is shown.
# lesson: A record of weight 0 is given to nobody while another one has a weight.
zone=$(hosted_zone {{ domain }})
no_record "$zone" {{ domain }} A
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
cloudfront=Z2FDTNDATAQYW2
weighted_alias "$zone" {{ domain }} A a-old 0 \
  {{ website_region_endpoint }} {{ website_zone_id }}
weighted_alias "$zone" {{ domain }} A b-new 255 \
  "$target" "$cloudfront"
weighted_alias "$zone" {{ domain }} AAAA b-new 255 \
  "$target" "$cloudfront"
