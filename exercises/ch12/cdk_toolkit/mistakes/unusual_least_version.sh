# The toolkit has the least version that will do.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A number that is high enough is enough.
# finding: holds | version
# says: version 6
sed 's/"32"/"6"/' stacks/cdk-toolkit.yaml >other.yaml
aws cloudformation create-stack --stack-name CDKToolkit \
  --template-body file://other.yaml --capabilities CAPABILITY_NAMED_IAM
aws cloudformation wait stack-create-complete --stack-name CDKToolkit
rm other.yaml
