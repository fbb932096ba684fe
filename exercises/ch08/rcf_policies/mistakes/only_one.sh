# Only the policy of the training function was made.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, and nothing will be inferred.
# lesson: Each function has a policy of its own.
# finding: holds | training_passes
# finding: fails | inference
aws iam create-policy --policy-name function-sagemaker-rcf-run-training \
  --policy-document file://policies/function-sagemaker-rcf-run-training.json
