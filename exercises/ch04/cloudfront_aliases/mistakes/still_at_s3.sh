# The AAAA record is new, but the A record is still that of exercise 4.4.
# starts: solved
# verdict: not done
# finding: fails | ipv4
# says: {{ website_region_endpoint }}
# finding: holds | ipv6
zone=$(hosted_zone {{ domain }})
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch file://records/s3-website.json
