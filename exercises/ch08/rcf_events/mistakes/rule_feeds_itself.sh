# A rule calls the inference function for all below rcf/, where its own results lie as well.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and each result starts the function again.
# lesson: A rule feeds a function its own results as a notification does.
# finding: holds | infers
# finding: fails | apart
# says: the rule infer lets rcf/output/
cat >infer.json <<'PATTERN'
{"source": ["aws.s3"], "detail-type": ["Object Created"],
 "detail": {"bucket": {"name": ["{{ data_bucket }}"]},
            "object": {"key": [{"prefix": "rcf/"}]}}}
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
