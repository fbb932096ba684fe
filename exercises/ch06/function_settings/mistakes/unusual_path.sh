# The role of that name has a path.
# starts: solved
# verdict: done
# visitor: The API works.
# lesson: A path is a part of the ARN, and changes nothing else.
policy=arn:aws:iam::{{ account }}:policy/function-get-chapters
aws iam detach-role-policy --role-name function-get-chapters \
  --policy-arn $policy
aws iam delete-role --role-name function-get-chapters
aws iam create-role --role-name function-get-chapters --path /book/ \
  --assume-role-policy-document file://policies/lambda-trust.json
aws iam attach-role-policy --role-name function-get-chapters \
  --policy-arn $policy
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/book/function-get-chapters
aws lambda wait function-updated --function-name get-chapters
