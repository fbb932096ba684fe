# The handler is named as Python's examples have it.
# starts: solved
# verdict: not done
# visitor: The API will answer 502: Lambda does not find the handler.
# lesson: The handler names the file and the function in it.
# finding: fails | handler
# says: index.mjs
aws lambda update-function-configuration --function-name get-chapters \
  --handler lambda_function.lambda_handler
