# The group may deploy everything but the roles of functions.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is rolled back at the role.
# lesson: What makes a function makes its role, and gives it to Lambda.
# finding: fails | makes
# says: no statement that allows iam:CreateRole
aws iam create-group --group-name serverless-deploy
aws iam put-group-policy --group-name serverless-deploy --policy-name deploy \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": ["cloudformation:*", "s3:*", "lambda:*", "apigateway:*"],
    "Resource": "*"}]}'
aws iam create-user --user-name deployer
aws iam add-user-to-group --group-name serverless-deploy --user-name deployer
