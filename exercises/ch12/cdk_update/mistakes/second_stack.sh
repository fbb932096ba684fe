# The changed application was deployed as another stack.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: both stacks cost what they cost.
# lesson: A stack of another name is another stack.
# finding: fails | updated
# says: nothing was changed since
aws cloudformation create-stack --stack-name HelloCdkStack2 \
  --template-body file://stacks/HelloCdkStack-changed.yaml
aws cloudformation wait stack-create-complete --stack-name HelloCdkStack2
