# The stack has another name, as `sam init` proposes it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: The name of a stack is up to you.
# finding: holds | complete
aws cloudformation create-stack --stack-name sam-app \
  --template-body file://stacks/hello-sam.yaml \
  --capabilities CAPABILITY_IAM
aws cloudformation wait stack-create-complete --stack-name sam-app
