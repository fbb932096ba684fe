# Two rules of EventBridge call the functions, and make S3's own event for them.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Whoever tells the function of a file, it must come in the form that the code takes.
# finding: holds | trains
# says: the rule train
# finding: holds | infers
# says: the rule infer
cat >train.json <<'PATTERN'
{"source": ["aws.s3"], "detail-type": ["Object Created"],
 "detail": {"bucket": {"name": ["{{ data_bucket }}"]},
            "object": {"key": ["analytics/auth-callback.csv"]}}}
PATTERN
cat >train-targets.json <<'TARGETS'
[{"Id": "function",
  "Arn": "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:sagemaker-rcf-run-training",
  "InputTransformer": {
    "InputPathsMap": {"key": "$.detail.object.key"},
    "InputTemplate": "{\"Records\": [{\"s3\": {\"object\": {\"key\": <key>}}}]}"}}]
TARGETS
aws events put-rule --name train --event-pattern file://train.json
aws events put-targets --rule train --targets file://train-targets.json
aws lambda add-permission --function-name sagemaker-rcf-run-training \
  --statement-id rule-train --action lambda:InvokeFunction \
  --principal events.amazonaws.com --source-arn \
  arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/train
cat >infer.json <<'PATTERN'
{"source": ["aws.s3"], "detail-type": ["Object Created"],
 "detail": {"bucket": {"name": ["{{ data_bucket }}"]},
            "object": {"key": [{"wildcard": "rcf/input/*.csv"}]}}}
PATTERN
cat >infer-targets.json <<'TARGETS'
[{"Id": "function",
  "Arn": "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:sagemaker-rcf-run-inference",
  "InputTransformer": {
    "InputPathsMap": {"key": "$.detail.object.key"},
    "InputTemplate": "{\"Records\": [{\"s3\": {\"object\": {\"key\": <key>}}}]}"}}]
TARGETS
aws events put-rule --name infer --event-pattern file://infer.json
aws events put-targets --rule infer --targets file://infer-targets.json
aws lambda add-permission --function-name sagemaker-rcf-run-inference \
  --statement-id rule-infer --action lambda:InvokeFunction \
  --principal events.amazonaws.com --source-arn \
  arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/infer
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  '{"EventBridgeConfiguration": {}}'
