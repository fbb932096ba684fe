# The application was deployed once more, and nothing in it had changed.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the stack is as it was before.
# lesson: CloudFormation updates a stack only if its template has changed.
# finding: fails | updated
# says: nothing was changed since
aws cloudformation update-stack --stack-name HelloCdkStack \
  --template-body file://stacks/HelloCdkStack.yaml || true
settled HelloCdkStack
