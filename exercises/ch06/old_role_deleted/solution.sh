# Deletes the role that Lambda made in exercise 5.10, and its policy.
(
  in_use=$(aws lambda get-function-configuration \
    --function-name get-chapters --query Role --output text)
  if [[ $in_use == */get-chapters-role* ]]; then
    echo "the function still works under $in_use: do exercise 6.4 first" >&2
    exit 1
  fi

  # Lambda puts what it makes under the path /service-role/.
  for role in $(aws iam list-roles --path-prefix /service-role/ \
    --output text --query \
    "Roles[?starts_with(RoleName, 'get-chapters-role')].RoleName"); do
    # A role can be deleted once nothing is attached to it.
    for policy in $(aws iam list-attached-role-policies \
      --role-name "$role" --query 'AttachedPolicies[].PolicyArn' \
      --output text); do
      aws iam detach-role-policy --role-name "$role" --policy-arn "$policy"
    done
    aws iam delete-role --role-name "$role"
  done

  # The policy that belonged to it names the log group of the function.
  group=log-group:/aws/lambda/get-chapters:
  for policy in $(aws iam list-policies --scope Local --output text \
    --path-prefix /service-role/ --query "Policies[?
      starts_with(PolicyName,'AWSLambdaBasicExecutionRole-')].Arn"); do
    version=$(aws iam get-policy --policy-arn "$policy" \
      --query Policy.DefaultVersionId --output text)
    if aws iam get-policy-version --policy-arn "$policy" \
      --version-id "$version" --query PolicyVersion.Document |
      grep -q "$group"; then
      aws iam delete-policy --policy-arn "$policy"
    fi
  done
)
