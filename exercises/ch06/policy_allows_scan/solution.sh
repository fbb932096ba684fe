# Gives the policy a new version that lets the function scan the table.
arn=arn:{{ partition }}:iam::{{ account }}:policy/function-get-chapters

# A policy has five versions at most: those out of use make room.
for version in $(aws iam list-policy-versions --policy-arn "$arn" \
  --query 'Versions[?!IsDefaultVersion].VersionId' --output text); do
  aws iam delete-policy-version --policy-arn "$arn" --version-id "$version"
done

# Only the default version is in force.
aws iam create-policy-version --policy-arn "$arn" --set-as-default \
  --policy-document file://policies/function-get-chapters-scan.json
