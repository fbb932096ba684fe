# Makes the role of the function that the topic calls.
name=function-sns-send-email
trust=file://policies/lambda-trust.json

if aws iam get-role --role-name "$name" >/dev/null 2>&1; then
  aws iam update-assume-role-policy --role-name "$name" \
    --policy-document "$trust"
else
  aws iam create-role --role-name "$name" \
    --assume-role-policy-document "$trust"
fi
aws iam attach-role-policy --role-name "$name" --policy-arn \
  "arn:{{ partition }}:iam::{{ account }}:policy/$name"

# Nothing may outweigh it: no boundary.
aws iam delete-role-permissions-boundary --role-name "$name" \
  2>/dev/null || true
