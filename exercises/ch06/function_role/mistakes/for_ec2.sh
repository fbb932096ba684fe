# The role was created for EC2 in place of Lambda.
# starts: solved
# verdict: not done
# finding: fails | trust
# says: it is for ec2.amazonaws.com
# finding: holds | attached
sed -i 's#lambda.amazonaws#ec2.amazonaws#' policies/lambda-trust.json
aws iam update-assume-role-policy --role-name function-get-chapters \
  --policy-document file://policies/lambda-trust.json
