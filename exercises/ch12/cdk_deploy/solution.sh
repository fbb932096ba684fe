# Deploys what the CDK hands to CloudFormation, which works without the CDK and in a practice account.
stack=HelloCdkStack

aws cloudformation describe-stacks --stack-name "$stack" \
  >/dev/null 2>&1 ||
  aws cloudformation create-stack --stack-name "$stack" \
    --template-body file://stacks/HelloCdkStack.yaml
aws cloudformation wait stack-exists --stack-name "$stack"

# Returns once nothing is in progress any more.
until aws cloudformation describe-stacks --stack-name "$stack" \
  --query 'Stacks[0].StackStatus' --output text | grep -qv _IN_PROGRESS; do
  sleep 1
done
