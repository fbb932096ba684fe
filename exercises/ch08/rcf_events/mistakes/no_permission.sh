# The training function does not let the bucket call it any more.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and no training starts.
# lesson: The bucket tells, and the function must let it.
# finding: holds | trains
# finding: fails | may_train
# says: s3.amazonaws.com
aws lambda remove-permission --function-name sagemaker-rcf-run-training \
  --statement-id data-bucket
