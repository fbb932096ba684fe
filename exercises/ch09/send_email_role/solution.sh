# Attaches the policy of exercise 9.4 to the role of exercise 7.14.
name=function-put-account-info
aws iam attach-role-policy --role-name "$name" --policy-arn \
  "arn:{{ partition }}:iam::{{ account }}:policy/$name"

# The policy for the log stays.
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy --role-name "$name" \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"

# Nothing may outweigh them: no boundary.
aws iam delete-role-permissions-boundary --role-name "$name" \
  2>/dev/null || true
