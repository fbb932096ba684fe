# The policy passes the role of the function itself, which SageMaker cannot take on.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses the job.
# lesson: A function has its role from Lambda, and gives SageMaker another one.
# finding: fails | training_passes
# says: the function's own role
sed -i 's|role/sagemaker-rcf|role/function-sagemaker-rcf-run-training|' \
  policies/function-sagemaker-rcf-run-training.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training \
  --policy-document file://policies/function-sagemaker-rcf-run-training.json
