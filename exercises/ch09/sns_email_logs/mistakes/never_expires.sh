# The log group keeps its entries forever, as Lambda made it.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the log grows with each letter, forever.
# lesson: A log group keeps everything until you set a retention.
# finding: fails | retention
# says: entries never expire
aws logs delete-retention-policy \
  --log-group-name /aws/lambda/sns-send-email
