# Lets the function of the account page publish to the topic of exercise 9.8,
# and takes the permission to send mail away from it.
name=function-put-account-info
arn=arn:{{ partition }}:iam::{{ account }}:policy/$name
document=file://policies/$name.json

if aws iam get-policy --policy-arn "$arn" >/dev/null 2>&1; then
  # A policy has five versions at most: those out of use make room.
  for version in $(aws iam list-policy-versions --policy-arn "$arn" \
    --query 'Versions[?!IsDefaultVersion].VersionId' --output text); do
    aws iam delete-policy-version --policy-arn "$arn" \
      --version-id "$version"
  done
  aws iam create-policy-version --policy-arn "$arn" \
    --policy-document "$document" --set-as-default
else
  aws iam create-policy --policy-name "$name" --policy-document "$document"
fi
aws iam attach-role-policy --role-name "$name" --policy-arn "$arn"

# The policy of AWS for the log, which may have gone with the rest.
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
