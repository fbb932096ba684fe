# The bucket tells EventBridge alone, whose rules may call the functions.
# starts: solved
# verdict: cannot tell
# visitor: Nobody sees a difference, if there are rules.
# lesson: EventBridge gets every event of the bucket, and its rules choose.
# finding: cannot tell | trains
# says: Your way may be right
# finding: cannot tell | infers
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  '{"EventBridgeConfiguration": {}}'
