# Another stack of the application was updated, and this one was not.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: An application of the CDK may have several stacks.
# finding: holds | updated
aws cloudformation create-stack --stack-name ShopStack \
  --template-body file://stacks/HelloCdkStack.yaml
aws cloudformation wait stack-create-complete --stack-name ShopStack
aws cloudformation update-stack --stack-name ShopStack \
  --template-body file://stacks/HelloCdkStack-changed.yaml
settled ShopStack
