# Has AWS Config record buckets and tables once a day.
bucket={{ data_bucket }}-config

aws s3api head-bucket --bucket "$bucket" >/dev/null 2>&1 ||
  aws s3 mb "s3://$bucket" --region {{ region }}
aws s3api put-bucket-policy --bucket "$bucket" \
  --policy file://policies/config-bucket.json

# AWS keeps this role for the service, and makes it no second time.
aws iam create-service-linked-role \
  --aws-service-name config.amazonaws.com >/dev/null 2>&1 || true

aws configservice put-configuration-recorder \
  --configuration-recorder file://config/recorder.json
aws configservice put-delivery-channel \
  --delivery-channel file://config/channel.json
aws configservice start-configuration-recorder \
  --configuration-recorder-name default
