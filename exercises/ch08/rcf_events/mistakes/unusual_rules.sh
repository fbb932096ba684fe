# Two rules of EventBridge call the functions, and make S3's own event for them.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Whoever tells the function of a file, it must come in the form that the code takes.
# finding: holds | trains
# says: the rule train
# finding: holds | infers
# says: the rule infer
rule_calls train training '"analytics/auth-callback.csv"' "$RECORDS"
rule_calls infer inference '{"wildcard": "rcf/input/*.csv"}' "$RECORDS"
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  '{"EventBridgeConfiguration": {}}'
