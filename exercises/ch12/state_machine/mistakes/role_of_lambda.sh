# The role is for Lambda.
# starts: solved
# verdict: not done
# visitor: Whoever starts it gets an error: Step Functions may not take on the role.
# lesson: A trust policy names the service that takes the role on, and each service has a name of its own.
# finding: fails | role
# says: it is for lambda.amazonaws.com
aws iam update-assume-role-policy --role-name state-machine-greeting \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}'
