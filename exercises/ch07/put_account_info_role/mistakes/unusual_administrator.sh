# The role may change users as an administrator, as another way to write the function needs it.
# starts: solved
# verdict: done
# visitor: The function will write its log.
# lesson: A function that sends no token of the user needs a permission on the pool.
# finding: holds | logs
pools=arn:aws:cognito-idp:{{ region }}:{{ account }}:userpool
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name users --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Resource": "'"$pools"'/*",
       "Action": "cognito-idp:AdminUpdateUserAttributes"}]}'
