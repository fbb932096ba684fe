# The stack was destroyed, and deployed again as it was.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: there is no topic.
# lesson: A stack that was made again was changed by nobody.
# finding: fails | updated
# says: nothing was changed since
aws cloudformation delete-stack --stack-name HelloCdkStack
aws cloudformation wait stack-delete-complete --stack-name HelloCdkStack
aws cloudformation create-stack --stack-name HelloCdkStack \
  --template-body file://stacks/HelloCdkStack.yaml
aws cloudformation wait stack-create-complete --stack-name HelloCdkStack
