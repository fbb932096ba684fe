# The stack was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is missing in the list.
# lesson: A stack, and what it makes, are in the region in which it was created.
# finding: fails | stack
# says: the stack HelloCdkStack in eu-west-1
aws ssm put-parameter --region eu-west-1 --type String --value 32 \
  --name /cdk-bootstrap/hnb659fds/version
aws cloudformation create-stack --region eu-west-1 \
  --stack-name HelloCdkStack \
  --template-body file://stacks/HelloCdkStack.yaml
aws cloudformation wait stack-create-complete --region eu-west-1 \
  --stack-name HelloCdkStack
