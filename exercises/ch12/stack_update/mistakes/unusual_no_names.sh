# CloudFormation chose the names of the role and the function, as the CDK has it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Without names of your own, a stack can be made twice.
# finding: holds | ready
sed -e '/RoleName:/d' -e '/FunctionName: hello-world/d' \
  stacks/website.yaml >other.yaml
aws cloudformation update-stack --stack-name website-stack \
  --template-body file://other.yaml --capabilities CAPABILITY_NAMED_IAM
rm other.yaml
until aws cloudformation describe-stacks --stack-name website-stack \
  --query 'Stacks[0].StackStatus' --output text | grep -qv _IN_PROGRESS; do
  sleep 1
done
