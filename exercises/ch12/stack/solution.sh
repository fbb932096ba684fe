# Has CloudFormation make the bucket, under its role.
stack=website-stack

aws cloudformation describe-stacks --stack-name "$stack" \
  >/dev/null 2>&1 ||
  aws cloudformation create-stack --stack-name "$stack" \
    --template-body file://stacks/bucket.yaml --role-arn \
    arn:{{ partition }}:iam::{{ account }}:role/cloudformation-website-stack
aws cloudformation wait stack-exists --stack-name "$stack"

# Returns once nothing is in progress any more.
until aws cloudformation describe-stacks --stack-name "$stack" \
  --query 'Stacks[0].StackStatus' --output text | grep -qv _IN_PROGRESS; do
  sleep 1
done
