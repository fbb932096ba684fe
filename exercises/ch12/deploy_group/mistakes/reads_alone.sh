# The group may look at stacks, and change none.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; each deployment is refused.
# lesson: To describe a stack and to change it are different actions.
# finding: fails | stacks
# says: cloudformation:CreateChangeSet
aws iam create-group --group-name serverless-deploy
aws iam put-group-policy --group-name serverless-deploy --policy-name deploy \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": ["cloudformation:Describe*", "cloudformation:List*", "s3:*",
      "lambda:*", "iam:*"], "Resource": "*"}]}'
aws iam create-user --user-name deployer
aws iam add-user-to-group --group-name serverless-deploy --user-name deployer
