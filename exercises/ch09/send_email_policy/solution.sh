# Makes the policy by which the function of the account page sends mail.
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
