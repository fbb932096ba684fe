# Lets the data bucket call the two functions when new files arrive.
for name in sagemaker-rcf-run-training sagemaker-rcf-run-inference; do
  # A statement of the same id is made again: it may have had other values.
  aws lambda remove-permission --function-name "$name" \
    --statement-id data-bucket 2>/dev/null || true
  aws lambda add-permission --function-name "$name" \
    --statement-id data-bucket --action lambda:InvokeFunction \
    --principal s3.amazonaws.com \
    --source-arn arn:{{ partition }}:s3:::{{ data_bucket }} \
    --source-account {{ account }}
done

# Only now, since S3 tries whether it may call them. It replaces whatever
# the bucket told others before.
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration \
  file://notifications/data-bucket.json
