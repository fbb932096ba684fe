# The policy names the roles of another account.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the CDK is refused.
# lesson: A role is named with the account that it is in.
# finding: fails | assumes
# says: 210987654321
aws iam put-group-policy --group-name serverless-deploy --policy-name cdk \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "sts:AssumeRole", "Resource":
    "arn:{{ partition }}:iam::210987654321:role/cdk-hnb659fds-*"}]}'
