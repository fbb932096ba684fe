# Whoever is in the group gives CloudFormation a role, as pipelines do, and may make no function itself.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: With a role for CloudFormation, people need few permissions of their own.
# finding: holds | makes
# says: it may give CloudFormation a role
aws iam create-group --group-name pipeline
aws iam put-group-policy --group-name pipeline --policy-name deploy \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["cloudformation:*", "s3:PutObject",
      "s3:GetObject"], "Resource": "*"},
    {"Effect": "Allow", "Action": "iam:PassRole", "Resource":
      "arn:{{ partition }}:iam::{{ account }}:role/cloudformation-website-stack"}]}'
aws iam create-user --user-name deployer
aws iam add-user-to-group --group-name pipeline --user-name deployer
