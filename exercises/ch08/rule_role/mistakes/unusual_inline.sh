# The permissions are part of the role, and the logs are allowed by AWS's own policy.
# starts: before
# verdict: done
# visitor: The file comes.
# lesson: What a role may do counts, and not in how many policies it stands.
# finding: holds | allowed
aws iam create-role --role-name function-rule-analytics-auth-callback \
  --assume-role-policy-document file://policies/lambda-trust.json
aws iam put-role-policy --policy-name data \
  --role-name function-rule-analytics-auth-callback \
  --policy-document \
  file://policies/function-rule-analytics-auth-callback.json
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy \
  --role-name function-rule-analytics-auth-callback \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"
