# The permission is for the website's bucket.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and nothing is inferred.
# lesson: The source ARN names the bucket that calls.
# finding: fails | may_infer
# says: {{ website_bucket }}
aws lambda remove-permission --function-name sagemaker-rcf-run-inference \
  --statement-id data-bucket
aws lambda add-permission --function-name sagemaker-rcf-run-inference \
  --statement-id data-bucket --action lambda:InvokeFunction \
  --principal s3.amazonaws.com \
  --source-arn arn:{{ partition }}:s3:::{{ website_bucket }}
