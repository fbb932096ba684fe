# The console of SageMaker made the role, under a name and a path of its own.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What a role may do counts, and not what it is called.
# finding: holds | sagemaker
# says: service-role/AmazonSageMaker-ExecutionRole-1
aws iam delete-role-policy --role-name sagemaker-rcf \
  --policy-name sagemaker-rcf
aws iam delete-role --role-name sagemaker-rcf
ROLE=AmazonSageMaker-ExecutionRole-1
aws iam create-role --role-name $ROLE --path /service-role/ \
  --assume-role-policy-document file://policies/sagemaker-trust.json
aws iam put-role-policy --role-name $ROLE --policy-name data \
  --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:*", "ecr:*"],
      "Resource": "*"}]}'
for NAME in function-sagemaker-rcf-run-training \
  function-sagemaker-rcf-run-inference; do
  sed "s|role/sagemaker-rcf|role/service-role/$ROLE|" \
    "policies/$NAME.json" >other.json
  aws iam create-policy-version --set-as-default \
    --policy-arn "arn:{{ partition }}:iam::{{ account }}:policy/$NAME" \
    --policy-document file://other.json
done
