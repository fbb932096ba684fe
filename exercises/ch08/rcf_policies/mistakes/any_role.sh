# The functions may give SageMaker any role of the account.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and who changes the code may use any role that trusts SageMaker.
# lesson: A permission to pass roles is as strong as the strongest role that it is about.
# finding: fails | training_passes
# says: is about arn:{{ partition }}:iam::{{ account }}:role/*
# finding: fails | inference_passes
sed -i 's|role/sagemaker-rcf|role/*|' \
  policies/function-sagemaker-rcf-run-training.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training \
  --policy-document file://policies/function-sagemaker-rcf-run-training.json
sed -i 's|role/sagemaker-rcf|role/*|' \
  policies/function-sagemaker-rcf-run-inference.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-inference \
  --policy-document file://policies/function-sagemaker-rcf-run-inference.json
