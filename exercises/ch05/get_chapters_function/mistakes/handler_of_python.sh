# The handler is named as Python's examples have it.
# starts: solved
# verdict: not done
# finding: fails | its code package has the handler
# says: index.mjs
aws lambda update-function-configuration --function-name get-chapters \
  --handler lambda_function.lambda_handler
