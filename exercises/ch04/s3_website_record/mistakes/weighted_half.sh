# Half of the visitors are led to the website of another region.
# starts: before
# verdict: not done
# visitor: Every other visitor gets 404 NoSuchBucket.
# lesson: Of weighted records each is given to its part of the visitors.
# finding: fails | target
# says: weight 50: s3-website.eu-central-1
# finding: fails | target_zone
zone=$(hosted_zone {{ domain }})
weighted_alias "$zone" {{ domain }} A here 50 \
  {{ website_region_endpoint }} {{ website_zone_id }}
weighted_alias "$zone" {{ domain }} A there 50 \
  s3-website.eu-central-1.amazonaws.com Z21DNDUVLTQW6Q
