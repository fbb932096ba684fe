# A function runs on a Python that AWS does not support any more.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, for now.
# lesson: AWS patches a runtime until a date, and blocks it some time after.
# finding: fails | training_ready
# says: python3.9
aws lambda update-function-configuration --function-name sagemaker-rcf-run-training \
  --runtime python3.9
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
