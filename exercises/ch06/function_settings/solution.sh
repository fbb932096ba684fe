# Has the function work under its own role.
role=$(aws iam get-role --role-name function-get-chapters \
  --query Role.Arn --output text)
aws lambda update-function-configuration --function-name get-chapters \
  --role "$role"

# Lambda takes some seconds to change the settings.
aws lambda wait function-updated --function-name get-chapters
