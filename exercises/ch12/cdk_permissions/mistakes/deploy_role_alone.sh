# The policy names the role for deploying, and not the one for files.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the deployment ends when the CDK uploads its files.
# lesson: The CDK takes on several roles, one for each step.
# finding: fails | assumes
# says: file-publishing
aws iam put-group-policy --group-name serverless-deploy --policy-name cdk \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "sts:AssumeRole", "Resource":
    "arn:{{ partition }}:iam::{{ account }}:role/cdk-hnb659fds-deploy-role-*"}]}'
