# Lets the group take on the roles of the toolkit of the CDK.
name=serverless-deploy-cdk
arn=arn:{{ partition }}:iam::{{ account }}:policy/$name

aws iam get-policy --policy-arn "$arn" >/dev/null 2>&1 ||
  aws iam create-policy --policy-name "$name" \
    --policy-document "file://policies/$name.json"
aws iam attach-group-policy --group-name serverless-deploy \
  --policy-arn "$arn"
