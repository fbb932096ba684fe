# The hosted zone is private: only a network inside AWS would see it.
# starts: before
# verdict: not done
# visitor: Nobody on the internet finds {{ domain }}.
# lesson: A private zone answers only inside a network of yours.
# finding: fails | zone
# says: private
vpc=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
aws route53 create-hosted-zone --name {{ domain }} \
  --caller-reference "private-$(date +%s)-$$" \
  --vpc "VPCRegion={{ region }},VPCId=$vpc" \
  --hosted-zone-config PrivateZone=true
