# No call of the function may run.
# starts: solved
# verdict: not done
# visitor: The function does not answer: every call is refused.
# lesson: A reserved concurrency of 0 turns a function off.
# finding: fails | ready
# says: every call is throttled
aws lambda put-function-concurrency --function-name layer-example \
  --reserved-concurrent-executions 0
