# The AAAA record is new, but the A record is still that of exercise 4.4.
# starts: solved
# verdict: not done
# visitor: Visitors over IPv4 get 404 from S3, those over IPv6 the page.
# lesson: A new record of another type does not replace the old one.
# finding: fails | ipv4
# says: {{ website_region_endpoint }}
# finding: holds | ipv6
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch file://records/s3-website.json
