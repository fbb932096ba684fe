# The record is right, but lies in a private zone of the same name.
# starts: before
# verdict: not done
# visitor: Nobody on the internet finds {{ domain }}.
# lesson: A record works only in the zone that the world asks.
# finding: fails | record
# says: in the private hosted zone
vpc=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
zone=$(aws route53 create-hosted-zone --name {{ domain }} \
  --caller-reference "private-$(date +%s)-$$" \
  --vpc "VPCRegion={{ region }},VPCId=$vpc" \
  --hosted-zone-config PrivateZone=true \
  --query HostedZone.Id --output text)
aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
  --change-batch file://records/s3-website.json
