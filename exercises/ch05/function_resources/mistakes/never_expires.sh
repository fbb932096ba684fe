# The log group keeps its entries forever, as Lambda made it.
# starts: solved
# verdict: not done
# finding: fails | retention
# says: entries never expire
aws logs delete-retention-policy \
  --log-group-name /aws/lambda/get-chapters
