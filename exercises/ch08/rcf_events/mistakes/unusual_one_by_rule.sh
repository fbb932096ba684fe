# A notification calls the one function, and a rule of EventBridge the other.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Each function may be called in its own way.
# finding: holds | trains
# says: s3:ObjectCreated:*
# finding: holds | infers
# says: the rule infer
cat >infer.json <<'PATTERN'
{"source": ["aws.s3"], "detail-type": ["Object Created"],
 "detail": {"bucket": {"name": ["{{ data_bucket }}"]},
            "object": {"key": [{"prefix": "rcf/input/"}]}}}
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
python3 -c '
import json
path = "notifications/data-bucket.json"
told = json.load(open(path))
del told["LambdaFunctionConfigurations"][1]
told["EventBridgeConfiguration"] = {}
json.dump(told, open(path, "w"))'
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  file://notifications/data-bucket.json
