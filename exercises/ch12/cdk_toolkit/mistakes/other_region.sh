# The stack was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is missing in the list.
# lesson: A stack, and what it makes, are in the region in which it was created.
# finding: fails | toolkit
# says: the toolkit in eu-west-1
sed 's/hnb659fds/elsewhere/' stacks/cdk-toolkit.yaml >other.yaml
aws cloudformation create-stack --region eu-west-1 \
  --stack-name CDKToolkit \
  --template-body file://other.yaml \
  --capabilities CAPABILITY_NAMED_IAM
aws cloudformation wait stack-create-complete --region eu-west-1 \
  --stack-name CDKToolkit
