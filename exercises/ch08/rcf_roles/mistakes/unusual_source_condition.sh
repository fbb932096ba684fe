# SageMaker may take on the role for this account alone, and the log has AWS's own policy.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A condition on the source keeps other accounts from using the role through the service.
# finding: holds | sagemaker_trust
aws iam update-assume-role-policy --role-name sagemaker-rcf \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "sagemaker.amazonaws.com"},
     "Condition": {"StringEquals": {"aws:SourceAccount": "{{ account }}"},
       "ArnLike": {"aws:SourceArn":
         "arn:{{ partition }}:sagemaker:{{ region }}:{{ account }}:*"}}}]}'
BASIC=service-role/AWSLambdaBasicExecutionRole
aws iam attach-role-policy --policy-arn "arn:aws:iam::aws:policy/$BASIC" \
  --role-name function-sagemaker-rcf-run-training
