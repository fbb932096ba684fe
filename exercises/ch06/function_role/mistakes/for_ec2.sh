# The role was created for EC2 in place of Lambda.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda refuses the role in exercise 6.4.
# lesson: The trust policy says which service may take on a role.
# finding: fails | trust
# says: it is for ec2.amazonaws.com
# finding: holds | attached
sed -i 's#lambda.amazonaws#ec2.amazonaws#' policies/lambda-trust.json
aws iam update-assume-role-policy --role-name function-get-chapters \
  --policy-document file://policies/lambda-trust.json
