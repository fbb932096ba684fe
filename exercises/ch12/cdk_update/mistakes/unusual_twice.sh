# The application was changed and deployed once more.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: An update may follow an update.
# finding: holds | updated
aws cloudformation update-stack --stack-name HelloCdkStack \
  --template-body file://stacks/HelloCdkStack.yaml
settled HelloCdkStack
