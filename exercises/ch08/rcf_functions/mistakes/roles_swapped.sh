# Each function works under the role of the other one.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses both.
# lesson: A role that may do other things is as good as none.
# finding: fails | training_role
# says: sagemaker:CreateTrainingJob
# finding: fails | inference_role
ROLES=arn:{{ partition }}:iam::{{ account }}:role
aws lambda update-function-configuration --function-name sagemaker-rcf-run-training \
  --role $ROLES/function-sagemaker-rcf-run-inference
aws lambda update-function-configuration --function-name sagemaker-rcf-run-inference \
  --role $ROLES/function-sagemaker-rcf-run-training
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-inference
