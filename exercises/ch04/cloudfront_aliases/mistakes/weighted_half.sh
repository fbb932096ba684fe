# Weighted records send half of the visitors to the old S3 website.
# starts: before
# verdict: not done
# visitor: Every other visitor gets the S3 website's error, without HTTPS.
# lesson: All records of a name count, and not the first alone.
# finding: fails | ipv4
# says: weight 128: {{ website_region_endpoint }}
# finding: holds | ipv6
zone=$(hosted_zone {{ domain }})
no_record "$zone" {{ domain }} A
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
cloudfront=Z2FDTNDATAQYW2
weighted_alias "$zone" {{ domain }} A new 128 \
  "$target" "$cloudfront"
weighted_alias "$zone" {{ domain }} A old 128 \
  {{ website_region_endpoint }} {{ website_zone_id }}
weighted_alias "$zone" {{ domain }} AAAA new 128 \
  "$target" "$cloudfront"
