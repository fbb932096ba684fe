# The group may change one stack, and not use the macro of SAM.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; SAM is refused at the change set.
# lesson: SAM's templates need a second permission, on its macro.
# finding: fails | stacks
# says: transform/Serverless-2016-10-31
aws iam create-group --group-name serverless-deploy
aws iam put-group-policy --group-name serverless-deploy --policy-name deploy \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "cloudformation:*", "Resource":
      "arn:{{ partition }}:cloudformation:{{ region }}:{{ account }}:stack/hello-sam/*"},
    {"Effect": "Allow", "Action": ["s3:*", "lambda:*", "iam:*"],
      "Resource": "*"}]}'
aws iam create-user --user-name deployer
aws iam add-user-to-group --group-name serverless-deploy --user-name deployer
