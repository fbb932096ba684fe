# The time was written down in seconds.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, and the function of exercise 8.12 finds nothing.
# lesson: JavaScript and API Gateway count milliseconds, and many others seconds.
# finding: holds | item
# finding: fails | time
# says: which counts seconds
aws dynamodb put-item --table-name analytics --item \
  '{"dataType": {"S": "auth-callback"}, "timestamp": {"N": "1767225600"}}'
