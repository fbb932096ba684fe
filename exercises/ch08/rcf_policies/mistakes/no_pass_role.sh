# The training function may start jobs, and may not give SageMaker a role for them.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses the job, since its role may not be passed.
# lesson: To start work under a role takes two permissions, one for the work and one for the role.
# finding: holds | trains
# finding: fails | training_passes
# says: no statement that allows iam:PassRole
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "sagemaker:CreateTrainingJob",
    "Resource": "arn:{{ partition }}:sagemaker:{{ region }}:{{ account }}:training-job/*"}]}'
