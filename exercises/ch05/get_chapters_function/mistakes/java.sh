# The runtime is of a language that the exercises do not use.
# starts: solved
# verdict: not done
# finding: fails | runtime
# says: java21
aws lambda update-function-configuration --function-name get-chapters \
  --runtime java21
