# The alias leads to the website's distribution, as that of {{ domain }} does.
# starts: solved
# verdict: not done
# visitor: https://{{ api_domain }} answers 403 from CloudFront.
# lesson: The API has a target of its own, and the website's distribution does not know its name.
# finding: fails | record
# says: d111111abcdef8.cloudfront.net
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed -e "s|TARGET_ZONE_ID|Z2FDTNDATAQYW2|" \
    -e "s|TARGET_DOMAIN_NAME|d111111abcdef8.cloudfront.net|" \
    records/api.json)"
