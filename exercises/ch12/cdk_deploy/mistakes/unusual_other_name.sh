# The stack has another name, and more in it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: The name of a stack comes from the program that you write.
# finding: holds | made
sed 's/^Parameters:/  Queue1F5B7C2A:\n    Type: AWS::SQS::Queue\n&/' \
  stacks/HelloCdkStack.yaml >other.yaml
aws cloudformation create-stack --stack-name ShopStack \
  --template-body file://other.yaml
aws cloudformation wait stack-create-complete --stack-name ShopStack
rm other.yaml
