# Everyone in the world may take on the role for SageMaker.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and every AWS account may read the data.
# lesson: A trust policy names who may take on the role, and * is everyone.
# finding: fails | no_one_else
# says: everyone in the world
aws iam update-assume-role-policy --role-name sagemaker-rcf \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"AWS": "*", "Service": "sagemaker.amazonaws.com"}}]}'
