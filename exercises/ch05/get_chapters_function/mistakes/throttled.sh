# No concurrency is left to the function.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: every call of the function gets 429.
# lesson: A reserved concurrency of 0 turns a function off.
# finding: fails | ready
# says: its reserved concurrency is 0
aws lambda put-function-concurrency --function-name get-chapters \
  --reserved-concurrent-executions 0
