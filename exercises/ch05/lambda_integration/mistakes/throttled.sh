# The function may not run at all: its reserved concurrency is 0.
# starts: solved
# verdict: not done
# visitor: The API answers 500 Internal Server Error.
# lesson: A reserved concurrency of 0 turns a function off.
# finding: fails | target
# says: every call is throttled
aws lambda put-function-concurrency --function-name get-chapters \
  --reserved-concurrent-executions 0
