# The policy allows to give the roles away, and not to take them on.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the CDK is refused.
# lesson: iam:PassRole gives a role to a service, and sts:AssumeRole takes it on yourself.
# finding: fails | assumes
# says: no statement that allows sts:AssumeRole
aws iam put-group-policy --group-name serverless-deploy --policy-name cdk \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "iam:PassRole", "Resource":
    "arn:{{ partition }}:iam::{{ account }}:role/cdk-hnb659fds-*"}]}'
