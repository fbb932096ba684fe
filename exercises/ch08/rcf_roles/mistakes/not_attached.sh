# The policy is not attached to the role of the training function.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the function fails at its first request.
# lesson: A policy says what may be done, and a role who has it.
# finding: fails | trains
# says: no statement that allows sagemaker:CreateTrainingJob
aws iam detach-role-policy --role-name function-sagemaker-rcf-run-training \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training
