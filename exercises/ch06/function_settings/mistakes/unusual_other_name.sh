# The role has another name, and the policy that lets the function work.
# starts: solved
# verdict: done
# visitor: The API works.
# lesson: What a role may do counts, not its name.
aws iam create-role --role-name reader-of-chapters \
  --assume-role-policy-document file://policies/lambda-trust.json
aws iam attach-role-policy --role-name reader-of-chapters \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/reader-of-chapters
aws lambda wait function-updated --function-name get-chapters
