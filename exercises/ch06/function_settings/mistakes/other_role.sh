# Another role that is for Lambda too was chosen from the list.
# starts: solved
# verdict: not done
# visitor: The API answers 500 once the code reads the bucket.
# lesson: The console lists every role that trusts Lambda, so choose by the whole name.
# finding: fails | role
# says: put-chapters
aws iam create-role --role-name put-chapters \
  --assume-role-policy-document file://policies/lambda-trust.json
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/put-chapters
aws lambda wait function-updated --function-name get-chapters
