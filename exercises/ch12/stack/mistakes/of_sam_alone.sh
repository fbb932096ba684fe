# The only stack is the one that SAM keeps for itself.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: Tools have stacks of their own, which are not the one that you made.
# finding: fails | stack
sed 's/{{ data_bucket }}-stack/{{ data_bucket }}-sam/' \
  stacks/bucket.yaml >other.yaml
aws cloudformation create-stack \
  --stack-name aws-sam-cli-managed-default \
  --template-body file://other.yaml \
  --tags Key=ManagedStackSource,Value=AwsSamCli
aws cloudformation wait stack-create-complete \
  --stack-name aws-sam-cli-managed-default
rm other.yaml
