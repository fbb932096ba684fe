# The role for SageMaker may read the data, and put nothing there.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the training fails at its end, when the model is to be kept.
# lesson: Reading and writing are different permissions.
# finding: fails | data
# says: s3:PutObject
aws iam put-role-policy --role-name sagemaker-rcf \
  --policy-name sagemaker-rcf --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": ["arn:{{ partition }}:s3:::{{ data_bucket }}",
        "arn:{{ partition }}:s3:::{{ data_bucket }}/*"]}]}'
