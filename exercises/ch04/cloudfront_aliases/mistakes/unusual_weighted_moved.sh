# As a migration by weights ends: the old website has weight 0.
# starts: before
# verdict: done
# visitor: The page is shown.
# lesson: A record of weight 0 is given to nobody while another one has a weight.
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
record a-old 0 {{ website_region_endpoint }} A {{ website_zone_id }}
record b-new 255 "$target" A "$cloudfront"
record b-new 255 "$target" AAAA "$cloudfront"
