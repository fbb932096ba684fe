# The toolkit has a name and a qualifier of its own, as teams choose them that share an account.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A toolkit is known by what it says of itself.
# finding: holds | version
# finding: holds | bucket
aws cloudformation create-stack --stack-name WebsiteToolkit \
  --template-body file://stacks/cdk-toolkit.yaml \
  --parameters ParameterKey=Qualifier,ParameterValue=website \
  --capabilities CAPABILITY_NAMED_IAM
aws cloudformation wait stack-create-complete --stack-name WebsiteToolkit
