# A permissions boundary keeps the training function from SageMaker.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the function fails at its first request.
# lesson: What the boundary does not allow is refused, whatever the policies say.
# finding: fails | trains
# says: boundary
BOUNDARY=$(aws iam create-policy --policy-name boundary \
  --query Policy.Arn --output text --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "logs:*", "Resource": "*"}]}')
aws iam put-role-permissions-boundary --permissions-boundary "$BOUNDARY" \
  --role-name function-sagemaker-rcf-run-training
