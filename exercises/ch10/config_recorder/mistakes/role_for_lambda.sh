# The recorder has a role that was made for Lambda.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; in AWS Config the last recording failed.
# lesson: AWS Config records as somebody, whom a role must let in.
# finding: fails | role
# says: it is for lambda.amazonaws.com
aws iam create-role --role-name recorder --assume-role-policy-document '{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "lambda.amazonaws.com"},
    "Action": "sts:AssumeRole"}]}'
sed 's|role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig|role/recorder|' \
  config/recorder.json >other.json
aws configservice put-configuration-recorder \
  --configuration-recorder file://other.json
rm other.json
