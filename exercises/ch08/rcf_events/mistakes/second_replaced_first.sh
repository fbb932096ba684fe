# The second notification was put by itself, which replaced the first.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and no training starts any more.
# lesson: A new configuration replaces all that the bucket had.
# finding: fails | trains
# says: notifications for function:sagemaker-rcf-run-inference
# finding: holds | infers
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration '{
    "LambdaFunctionConfigurations": [{
      "LambdaFunctionArn":
        "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:sagemaker-rcf-run-inference",
      "Events": ["s3:ObjectCreated:*"],
      "Filter": {"Key": {"FilterRules": [
        {"Name": "prefix", "Value": "rcf/input/"},
        {"Name": "suffix", "Value": ".csv"}]}}}]}'
