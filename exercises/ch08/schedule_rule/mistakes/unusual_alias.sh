# The rule leads to an alias of the function, as deployment tools make it.
# starts: solved
# verdict: done
# visitor: The file grows each day.
# lesson: An alias is a target of its own, with a policy of its own.
# finding: holds | permission
function=rule-analytics-auth-callback
version=$(aws lambda publish-version --function-name $function \
  --query Version --output text)
alias=$(aws lambda create-alias --function-name $function --name live \
  --function-version "$version" --query AliasArn --output text)
aws events put-targets --rule $function --targets "Id=function,Arn=$alias"
only_rule_permission $function --qualifier live
