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
record() {
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
      "Name": "{{ domain }}", "Type": "'"$4"'",
      "SetIdentifier": "'"$1"'", "Weight": '"$2"', "AliasTarget": {
        "DNSName": "'"$3"'", "HostedZoneId": "'"$5"'",
        "EvaluateTargetHealth": false
    }}}]}'
}
target=$(aws cloudfront list-distributions \
  --query 'DistributionList.Items[0].DomainName' --output text)
cloudfront=Z2FDTNDATAQYW2
record new 128 "$target" A "$cloudfront"
record old 128 {{ website_region_endpoint }} A {{ website_zone_id }}
record new 128 "$target" AAAA "$cloudfront"
