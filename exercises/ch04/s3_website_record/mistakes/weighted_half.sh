# Half of the visitors are led to the website of another region.
# starts: before
# verdict: not done
# visitor: Every other visitor gets 404 NoSuchBucket.
# lesson: Of weighted records each is given to its part of the visitors.
# finding: fails | target
# says: weight 50: s3-website.eu-central-1
# finding: fails | target_zone
zone=$(hosted_zone {{ domain }})
record() {
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
      "Name": "{{ domain }}", "Type": "'"$4"'",
      "SetIdentifier": "'"$1"'", "Weight": '"$2"', "AliasTarget": {
        "DNSName": "'"$3"'", "HostedZoneId": "'"$5"'",
        "EvaluateTargetHealth": false
    }}}]}'
}
record here 50 {{ website_region_endpoint }} A {{ website_zone_id }}
record there 50 s3-website.eu-central-1.amazonaws.com A Z21DNDUVLTQW6Q
