# The records of DKIM are in a private zone of the same name.
# starts: before
# verdict: not done
# visitor: No mail comes: SES finds none of the records.
# lesson: A private hosted zone answers inside of a network, and to nobody else.
# finding: fails | dkim
# says: in the private hosted zone
# finding: fails | mail_from
# says: none of yours
vpc=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
zone=$(aws route53 create-hosted-zone --name {{ domain }} \
  --caller-reference private --vpc "VPCRegion={{ region }},VPCId=$vpc" \
  --hosted-zone-config Comment=inside,PrivateZone=true \
  --query HostedZone.Id --output text)
for token in $(dkim_tokens); do
  put_record_in "$zone" "$token._domainkey.{{ domain }}" CNAME \
    "$token.dkim.amazonses.com"
done
