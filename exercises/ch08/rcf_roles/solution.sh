# Makes the roles of the two functions, and the one that SageMaker works under.
role() {
  if aws iam get-role --role-name "$1" >/dev/null 2>&1; then
    aws iam update-assume-role-policy --role-name "$1" \
      --policy-document "$2"
  else
    aws iam create-role --role-name "$1" \
      --assume-role-policy-document "$2"
  fi
  # No boundary may outweigh what its policies allow.
  aws iam delete-role-permissions-boundary --role-name "$1" \
    2>/dev/null || true
}

for name in function-sagemaker-rcf-run-training \
  function-sagemaker-rcf-run-inference; do
  role "$name" file://policies/rcf-functions-trust.json
  # What the policy says is that of exercise 8.e1: only the default
  # counts, and a policy has five at most.
  arn=arn:{{ partition }}:iam::{{ account }}:policy/$name
  for version in $(aws iam list-policy-versions --policy-arn "$arn" \
    --query 'Versions[?!IsDefaultVersion].VersionId' --output text); do
    aws iam delete-policy-version --policy-arn "$arn" \
      --version-id "$version"
  done
  aws iam create-policy-version --policy-arn "$arn" \
    --policy-document "file://policies/$name.json" --set-as-default
  aws iam attach-role-policy --role-name "$name" \
    --policy-arn "arn:{{ partition }}:iam::{{ account }}:policy/$name"
done

# What SageMaker needs is part of its role: nothing else has use for it.
role sagemaker-rcf file://policies/sagemaker-trust.json
aws iam put-role-policy --role-name sagemaker-rcf \
  --policy-name sagemaker-rcf \
  --policy-document file://policies/sagemaker-rcf.json
