# Gives the log group of sns-send-email a retention.
# The function says where its log goes. An older Lambda says nothing of it.
group=$(aws lambda get-function \
  --function-name sns-send-email \
  --query Configuration.LoggingConfig.LogGroup --output text)
[[ $group == /* ]] || group=/aws/lambda/sns-send-email

# Lambda creates the group at the first call of the function. Until then it
# is not there, and nothing is lost by creating it first.
found=$(aws logs describe-log-groups --log-group-name-prefix "$group" \
  --query "logGroups[?logGroupName=='$group'] | length(@)" --output text)
if [[ $found == 0 ]]; then
  aws logs create-log-group --log-group-name "$group"
fi
aws logs put-retention-policy --log-group-name "$group" \
  --retention-in-days 30
