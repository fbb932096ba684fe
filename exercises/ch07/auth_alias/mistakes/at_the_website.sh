# The alias points at the website's distribution.
# starts: solved
# verdict: not done
# visitor: https://{{ auth_domain }} answers 403, in a page of CloudFront's.
# lesson: Each distribution knows its own names; that of the user pool belongs to Cognito.
# finding: fails | record
# says: such as your website's
zone=$(hosted_zone {{ domain }})
website=$(aws cloudfront list-distributions --output text \
  --query 'DistributionList.Items[0].DomainName')
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch "$(sed "s|TARGET_DOMAIN_NAME|$website|" \
    records/auth.json)"
