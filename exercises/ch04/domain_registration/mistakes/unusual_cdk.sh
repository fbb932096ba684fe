# As CDK leaves it: tags on the zone, and a second zone below it.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A zone for a name below the domain leaves the zone of the domain as it is.
zone=$(hosted_zone {{ domain }})
aws route53 change-tags-for-resource --resource-type hostedzone \
  --resource-id "${zone##*/}" --add-tags Key=aws-cdk,Value=DnsStack
aws route53 create-hosted-zone --name dev.{{ domain }} \
  --caller-reference "cdk-$(date +%s)-$$"
