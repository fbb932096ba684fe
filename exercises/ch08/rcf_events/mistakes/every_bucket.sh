# Every bucket of every account may have the function called.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and anybody may start trainings at your cost.
# lesson: A service calls for many accounts: say for which bucket.
# finding: fails | may_train
# says: of every account
aws lambda remove-permission --function-name sagemaker-rcf-run-training \
  --statement-id data-bucket
aws lambda add-permission --function-name sagemaker-rcf-run-training \
  --statement-id data-bucket --action lambda:InvokeFunction \
  --principal s3.amazonaws.com
