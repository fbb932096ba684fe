# The role for SageMaker has only what its own buckets need.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the training fails, since its data cannot be read.
# lesson: SageMaker reads the data under its own role, and not under that of the function.
# finding: fails | data
# says: sagemaker-example
aws iam put-role-policy --role-name sagemaker-rcf \
  --policy-name sagemaker-rcf --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow",
      "Action": ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
      "Resource": ["arn:{{ partition }}:s3:::sagemaker-example",
        "arn:{{ partition }}:s3:::sagemaker-example/*"]}]}'
