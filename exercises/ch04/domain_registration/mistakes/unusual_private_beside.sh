# A private hosted zone of the same name lies beside the public one.
# starts: solved
# verdict: done
# visitor: Visitors see no difference: the internet asks the public zone.
# lesson: A private zone of the same name serves only your own network.
vpc=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
aws route53 create-hosted-zone --name {{ domain }} \
  --caller-reference "private-$(date +%s)-$$" \
  --vpc "VPCRegion={{ region }},VPCId=$vpc" \
  --hosted-zone-config PrivateZone=true
