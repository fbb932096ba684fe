# The bucket tells EventBridge alone, where no rule calls the functions.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and nothing starts when a file arrives.
# lesson: EventBridge gets every event of the bucket, and does nothing without a rule.
# finding: fails | trains
# says: no event notification
# finding: fails | infers
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  '{"EventBridgeConfiguration": {}}'
