# The stack was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is missing in the list.
# lesson: A stack, and what it makes, are in the region in which it was created.
# finding: fails | stack
# says: the stack hello-sam in eu-west-1
aws cloudformation create-stack --region eu-west-1 \
  --stack-name hello-sam \
  --template-body file://stacks/hello-sam.yaml \
  --capabilities CAPABILITY_IAM
aws cloudformation wait stack-create-complete --region eu-west-1 \
  --stack-name hello-sam
