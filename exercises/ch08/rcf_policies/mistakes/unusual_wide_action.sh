# The training policy allows all of SageMaker, and names the role without a condition.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What is allowed beyond the need is no fault of the goal, and better left out.
# finding: holds | training_passes
# says: iam:PassedToService
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-training \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sagemaker:*", "Resource": "*"},
    {"Effect": "Allow", "Action": "iam:PassRole",
     "Resource": "arn:{{ partition }}:iam::{{ account }}:role/sagemaker-rcf"}]}'
