# The role may be passed to Lambda alone.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses the job.
# lesson: The condition iam:PassedToService names the service that gets the role.
# finding: fails | inference_passes
# says: holds only under a Condition
sed -i 's|sagemaker.amazonaws.com|lambda.amazonaws.com|' \
  policies/function-sagemaker-rcf-run-inference.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-inference \
  --policy-document file://policies/function-sagemaker-rcf-run-inference.json
