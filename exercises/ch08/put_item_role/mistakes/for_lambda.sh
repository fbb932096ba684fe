# The trust policy of chapter 6 was copied: it is for Lambda.
# starts: solved
# verdict: not done
# visitor: Sign-ins will not be counted: the API will answer 500.
# lesson: The trust policy names the service that takes the role on.
# finding: fails | trust
# says: it is for lambda.amazonaws.com
aws iam update-assume-role-policy \
  --role-name api-analytics-put-item --policy-document '{
    "Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"Service": "lambda.amazonaws.com"}}]}'
