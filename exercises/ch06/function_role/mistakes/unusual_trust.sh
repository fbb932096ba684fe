# More services than Lambda may take on the role, and a list says which.
# starts: solved
# verdict: done
# visitor: The API will work.
# lesson: More services of AWS in the trust policy do not shut out Lambda.
aws iam update-assume-role-policy --role-name function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": {
    "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
    "Principal": {"Service": ["edgelambda.amazonaws.com",
      "lambda.amazonaws.com"]}}}'
