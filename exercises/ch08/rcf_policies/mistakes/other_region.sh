# The training jobs are those of another region.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses the job.
# lesson: An ARN with a region is about that region alone.
# finding: fails | trains
# says: eu-west-3
sed -i 's|sagemaker:{{ region }}:|sagemaker:eu-west-3:|' \
  policies/function-sagemaker-rcf-run-training.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training \
  --policy-document file://policies/function-sagemaker-rcf-run-training.json
