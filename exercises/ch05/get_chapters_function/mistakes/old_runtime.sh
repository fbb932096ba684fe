# The runtime is one that the book's first readers had.
# starts: solved
# verdict: not done
# visitor: The API will answer, with a runtime that AWS no longer patches.
# lesson: A runtime has an end of support, and the choice of the next is yours.
# finding: fails | runtime
# says: nodejs18.x, which AWS has not supported since 2025-09-01
aws lambda update-function-configuration --function-name get-chapters \
  --runtime nodejs18.x
