# A stack was made of a template that no CDK wrote.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: A template of the CDK asks for its toolkit, or has names that end in a hash; other templates do not.
# finding: fails | stack
sed -e '/^Parameters:/,$d' -e '/^ *Metadata:/,$d' -e 's/Files8E6940B8/Files/' stacks/HelloCdkStack.yaml >other.yaml
aws cloudformation create-stack --stack-name plain-stack \
  --template-body file://other.yaml
aws cloudformation wait stack-create-complete --stack-name plain-stack
rm other.yaml
