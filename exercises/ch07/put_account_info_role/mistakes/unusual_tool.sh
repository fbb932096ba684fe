# A tool that makes functions made the role as well, under a name of its own.
# starts: before
# verdict: done
# visitor: The function writes its log.
# lesson: What a role may do counts, and not what it is called.
# finding: holds | role
# says: stack-PutAccountInfoRole-1A2B3C
basic=service-role/AWSLambdaBasicExecutionRole
aws iam create-role --role-name stack-PutAccountInfoRole-1A2B3C \
  --assume-role-policy-document file://policies/lambda-trust.json
aws iam attach-role-policy --role-name stack-PutAccountInfoRole-1A2B3C \
  --policy-arn "arn:aws:iam::aws:policy/$basic"
echo 'export const handler = async () => ({});' >index.mjs
python3 -m zipfile -c tool.zip index.mjs
aws lambda create-function --function-name put-account-info \
  --runtime nodejs24.x --handler index.handler \
  --role arn:aws:iam::{{ account }}:role/stack-PutAccountInfoRole-1A2B3C \
  --zip-file fileb://tool.zip
