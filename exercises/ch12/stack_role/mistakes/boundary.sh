# A permissions boundary does not allow Lambda.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; the update with the function is rolled back.
# lesson: What the boundary does not allow is refused, whatever the policies say.
# finding: fails | allowed
# says: boundary
BOUNDARY=$(aws iam create-policy --policy-name boundary \
  --query Policy.Arn --output text --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": ["s3:*", "iam:*"], "Resource": "*"}]}')
aws iam put-role-permissions-boundary \
  --role-name cloudformation-website-stack --permissions-boundary "$BOUNDARY"
