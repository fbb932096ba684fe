# Makes the role under which the function of the account page works.
name=function-put-account-info
trust=file://policies/lambda-trust.json

if aws iam get-role --role-name "$name" >/dev/null 2>&1; then
  aws iam update-assume-role-policy --role-name "$name" \
    --policy-document "$trust"
else
  aws iam create-role --role-name "$name" \
    --assume-role-policy-document "$trust"
fi

# The policy of AWS for functions that need nothing but their log.
basic=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy --role-name "$name" \
  --policy-arn "arn:{{ partition }}:iam::aws:policy/$basic"

# Nothing may outweigh it: no boundary, and no other policy of the role.
aws iam delete-role-permissions-boundary --role-name "$name" \
  2>/dev/null || true
for other in $(aws iam list-role-policies --role-name "$name" \
  --query 'PolicyNames[]' --output text); do
  aws iam delete-role-policy --role-name "$name" --policy-name "$other"
done
