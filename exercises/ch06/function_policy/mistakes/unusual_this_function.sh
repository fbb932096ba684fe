# The statement holds for this function alone, over TLS, in this region.
# starts: solved
# verdict: done
# visitor: The function reads the bucket.
# lesson: A condition that every request of the function meets is no hurdle.
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Sid": "Data", "Effect": "Allow", "Action": "s3:GetObject",
     "Resource": "arn:aws:s3:::{{ data_bucket }}/*",
     "Condition": {"ArnEquals": {"lambda:SourceFunctionArn":
       "arn:aws:lambda:{{ region }}:{{ account }}:function:get-chapters"},
       "ForAnyValue:StringEquals": {"aws:PrincipalAccount": ["{{ account }}"]}}},
    {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
     "Resource": "arn:aws:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*"}]}'
