# The stack was made by a change set, as the CDK makes it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A change set that is executed makes the same stack.
# finding: holds | complete
aws cloudformation deploy --stack-name HelloCdkStack \
  --template-file stacks/HelloCdkStack.yaml
