# The role was created for API Gateway, which the chapter is about, and not for Lambda.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda refuses the role in exercise 7.15.
# lesson: A function takes on its role through Lambda, whoever calls the function.
# finding: fails | trust
# says: it is for apigateway.amazonaws.com
# finding: holds | logs
aws iam update-assume-role-policy --role-name function-put-account-info \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "apigateway.amazonaws.com"}}]}'
