# A role of the account's own, and the history in a bucket of another name.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: The role that AWS keeps for the service is the easiest, and not the only one.
# finding: holds | role
# finding: holds | channel
aws iam create-role --role-name recorder --assume-role-policy-document '{
  "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "config.amazonaws.com"},
    "Action": "sts:AssumeRole"}]}'
sed 's|role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig|role/recorder|' \
  config/recorder.json >other.json
aws configservice put-configuration-recorder \
  --configuration-recorder file://other.json
rm other.json
aws s3 mb s3://{{ data_bucket }}-history --region {{ region }}
aws configservice put-delivery-channel --delivery-channel \
  name=default,s3BucketName={{ data_bucket }}-history
