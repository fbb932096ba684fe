# Gives the log group a retention, and the role what it needs.
group=/aws/lambda/get-chapters

# Lambda creates the group at the first call of the function. Until then it
# is not there, and nothing is lost by creating it first.
found=$(aws logs describe-log-groups --log-group-name-prefix "$group" \
  --query "logGroups[?logGroupName=='$group'] | length(@)" --output text)
if [[ $found == 0 ]]; then
  aws logs create-log-group --log-group-name "$group"
fi
aws logs put-retention-policy --log-group-name "$group" \
  --retention-in-days 30

# The role that the function runs with, by the last part of its ARN.
role=$(aws lambda get-function --function-name get-chapters \
  --query Configuration.Role --output text)
aws iam update-assume-role-policy --role-name "${role##*/}" \
  --policy-document file://policies/lambda-assumes-role.json
policy=arn:{{ partition }}:iam::{{ account }}:policy/service-role
aws iam attach-role-policy --role-name "${role##*/}" \
  --policy-arn "$policy/AWSLambdaBasicExecutionRole-get-chapters"

# A permissions boundary would outweigh the policy.
aws iam delete-role-permissions-boundary --role-name "${role##*/}" \
  2>/dev/null || true
