# Makes the role under which CloudFormation makes the stack, with its policy.
name=cloudformation-website-stack
arn=arn:{{ partition }}:iam::{{ account }}:policy/$name
trust=file://policies/cloudformation-trust.json

if aws iam get-role --role-name "$name" >/dev/null 2>&1; then
  aws iam update-assume-role-policy --role-name "$name" \
    --policy-document "$trust"
else
  aws iam create-role --role-name "$name" \
    --assume-role-policy-document "$trust"
fi

aws iam get-policy --policy-arn "$arn" >/dev/null 2>&1 ||
  aws iam create-policy --policy-name "$name" \
    --policy-document "file://policies/$name.json"
aws iam attach-role-policy --role-name "$name" --policy-arn "$arn"

# No boundary may outweigh it.
aws iam delete-role-permissions-boundary --role-name "$name" \
  2>/dev/null || true
