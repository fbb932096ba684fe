# The runtime is of a language that the exercises do not use.
# starts: solved
# verdict: not done
# finding: fails | it runs on a Node.js or Python that AWS supports
# says: java21
aws lambda update-function-configuration --function-name get-chapters \
  --runtime java21
