# The function writes to a log group that it shares with others, and that is kept for long.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: the entries are in the log group that the function names.
# lesson: The function's settings say where its log goes.
# finding: holds | retention
aws logs create-log-group --log-group-name /website/functions
aws logs put-retention-policy --retention-in-days 90 \
  --log-group-name /website/functions
aws lambda update-function-configuration \
  --function-name sns-send-email \
  --logging-config LogFormat=JSON,LogGroup=/website/functions
aws lambda wait function-updated-v2 \
  --function-name sns-send-email
