# A rule of EventBridge calls the training function, whose code takes the event of S3's own notifications.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and each training ends with a KeyError in the log.
# lesson: EventBridge's event of a new object looks otherwise than S3's own.
# finding: fails | trains
# says: an event without Records
cat >train.json <<'PATTERN'
{"source": ["aws.s3"], "detail-type": ["Object Created"],
 "detail": {"bucket": {"name": ["{{ data_bucket }}"]},
            "object": {"key": [{"prefix": "analytics/"}]}}}
PATTERN
cat >train-targets.json <<'TARGETS'
[{"Id": "function",
  "Arn": "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:sagemaker-rcf-run-training"}]
TARGETS
aws events put-rule --name train --event-pattern file://train.json
aws events put-targets --rule train --targets file://train-targets.json
aws lambda add-permission --function-name sagemaker-rcf-run-training \
  --statement-id rule-train --action lambda:InvokeFunction \
  --principal events.amazonaws.com --source-arn \
  arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/train
python3 -c '
import json
path = "notifications/data-bucket.json"
told = json.load(open(path))
del told["LambdaFunctionConfigurations"][0]
told["EventBridgeConfiguration"] = {}
json.dump(told, open(path, "w"))'
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  file://notifications/data-bucket.json
