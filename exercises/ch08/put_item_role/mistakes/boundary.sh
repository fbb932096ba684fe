# A permissions boundary does not allow DynamoDB.
# starts: solved
# verdict: not done
# visitor: Sign-ins will not be counted: the API will answer an error.
# lesson: What the boundary does not allow is refused, whatever the policies say.
# finding: fails | allowed
# says: boundary
BOUNDARY=$(aws iam create-policy --policy-name boundary \
  --query Policy.Arn --output text --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "logs:*", "Resource": "*"}]}')
aws iam put-role-permissions-boundary \
  --role-name api-analytics-put-item --permissions-boundary "$BOUNDARY"
