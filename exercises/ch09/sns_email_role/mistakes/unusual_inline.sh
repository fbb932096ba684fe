# The permission to send is part of the role, and the logs are allowed by AWS's own policy.
# starts: before
# verdict: done
# visitor: The letter comes.
# lesson: What a role may do counts, and not in how many policies it stands.
# finding: holds | sends
aws iam create-role --role-name function-sns-send-email \
  --assume-role-policy-document file://policies/lambda-trust.json
aws iam put-role-policy --role-name function-sns-send-email \
  --policy-name mail --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "ses:SendEmail",
      "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*"}]}'
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy --role-name function-sns-send-email \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
