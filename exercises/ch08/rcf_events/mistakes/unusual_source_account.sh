# The permission names the account, and not the bucket.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Better is the bucket as well, so that no other one calls.
# finding: holds | may_train
# says: It lets in more than it should
aws lambda remove-permission --function-name sagemaker-rcf-run-training \
  --statement-id data-bucket
aws lambda add-permission --function-name sagemaker-rcf-run-training \
  --statement-id account --action lambda:InvokeFunction \
  --principal s3.amazonaws.com --source-account {{ account }}
