# The recorder records each change of everything, as the older console had it.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference, before the bill.
# lesson: It works, and costs many times as much.
# finding: holds | types
# says: every type of resource
aws configservice put-configuration-recorder --configuration-recorder '{
  "name": "default", "recordingGroup": {"allSupported": true},
  "roleARN": "arn:{{ partition }}:iam::{{ account }}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"}'
