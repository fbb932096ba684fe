# The jobs have names of a kind, and the role has a path and another name.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What jobs and roles are called is up to whoever makes them.
# finding: holds | training_passes
# says: role/service-role/AmazonSageMaker-ExecutionRole-1
sed -i 's|training-job/\*|training-job/sign-ins-*|; s|role/sagemaker-rcf|role/service-role/AmazonSageMaker-ExecutionRole-1|' \
  policies/function-sagemaker-rcf-run-training.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training \
  --policy-document file://policies/function-sagemaker-rcf-run-training.json
