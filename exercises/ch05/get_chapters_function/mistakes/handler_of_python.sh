# The handler is named as Python's examples have it.
# starts: solved
# verdict: not done
# finding: fails | handler
# says: index.mjs
aws lambda update-function-configuration --function-name get-chapters \
  --handler lambda_function.lambda_handler
