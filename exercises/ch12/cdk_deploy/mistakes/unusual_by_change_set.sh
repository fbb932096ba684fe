# The stack was made by a change set, as the CDK makes it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A change set that is executed makes the same stack.
# finding: holds | complete
aws cloudformation create-change-set --stack-name HelloCdkStack \
  --change-set-name first --change-set-type CREATE \
  --template-body file://stacks/HelloCdkStack.yaml
aws cloudformation wait change-set-create-complete \
  --stack-name HelloCdkStack --change-set-name first
aws cloudformation execute-change-set --stack-name HelloCdkStack \
  --change-set-name first
aws cloudformation wait stack-create-complete --stack-name HelloCdkStack
