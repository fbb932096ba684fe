# The bucket calls the function for each new image, and no method does.
# starts: solved
# verdict: done
# visitor: The labels are in the log some seconds after an upload.
# lesson: There are several ways in, and each needs a permission.
# finding: holds | called
# says: new objects of {{ data_bucket }}
# finding: holds | on
# finding: holds | permitted
mapfile -t own < <(resource /labels)
aws apigateway delete-resource "${own[@]}"
deploy
aws lambda add-permission --function-name analyze-images \
  --statement-id bucket --action lambda:InvokeFunction \
  --principal s3.amazonaws.com --source-account {{ account }} \
  --source-arn arn:{{ partition }}:s3:::{{ data_bucket }}
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration '{
    "LambdaFunctionConfigurations": [{
      "LambdaFunctionArn": "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:analyze-images",
      "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": [
        {"Name": "prefix", "Value": "images/"}]}}}]}'
