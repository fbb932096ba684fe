# A stack was made of a template that no CDK wrote.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: An application of the CDK asks for its toolkit, and other templates do not.
# finding: fails | stack
sed '/^Parameters:/,$d' stacks/HelloCdkStack.yaml >other.yaml
aws cloudformation create-stack --stack-name plain-stack \
  --template-body file://other.yaml
aws cloudformation wait stack-create-complete --stack-name plain-stack
rm other.yaml
