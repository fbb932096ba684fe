# The inference function asks an endpoint that stands ready, and so gives SageMaker no role.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: There is more than one way to infer, and each needs something else.
# finding: holds | infers
# finding: skipped | inference_passes
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-inference \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "sagemaker:InvokeEndpoint",
    "Resource": "arn:{{ partition }}:sagemaker:{{ region }}:{{ account }}:endpoint/forest"}]}'
