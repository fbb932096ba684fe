# The inference function has the policy of the training function.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses to make a model.
# lesson: Training makes what inference uses, and is another action.
# finding: fails | infers
# says: no statement that allows sagemaker:CreateModel
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-inference \
  --policy-document \
    file://policies/function-sagemaker-rcf-run-training.json
