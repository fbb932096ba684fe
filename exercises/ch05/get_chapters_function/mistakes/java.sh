# The runtime is of a language that the exercises do not use.
# starts: solved
# verdict: not done
# visitor: The API will answer 502: the runtime cannot run JavaScript.
# lesson: Code and runtime must be of one language.
# finding: fails | runtime
# says: java21
aws lambda update-function-configuration --function-name get-chapters \
  --runtime java21
