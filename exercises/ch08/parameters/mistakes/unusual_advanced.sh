# A tool made the parameters, with tags and in the dear tier.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: The tier says how large a value may be, and what it costs.
prefix=/function-rule-analytics-auth-callback
aws ssm put-parameter --name $prefix/next-start-iso-timestamp \
  --type String --value 2026-11-01 --tier Advanced \
  --tags Key=aws-cdk,Value=website
aws ssm put-parameter --name $prefix/interval-milliseconds \
  --type StringList --value 3600000 --description 'An hour'
