# The account has roles of other services, under other paths.
# starts: solved
# verdict: done
# visitor: The function answers as before.
# lesson: Only the role that Lambda made for this function is to go.
aws iam create-role --path /website/ --role-name get-chapters-reader \
  --assume-role-policy-document file://policies/lambda-trust.json
