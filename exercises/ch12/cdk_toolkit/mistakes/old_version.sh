# The toolkit is older than applications ask for.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; each deployment says that the toolkit is too old.
# lesson: A toolkit is updated by the same command that made it.
# finding: fails | version
# says: version 5
sed 's/"32"/"5"/' stacks/cdk-toolkit.yaml >other.yaml
aws cloudformation create-stack --stack-name CDKToolkit \
  --template-body file://other.yaml --capabilities CAPABILITY_NAMED_IAM
aws cloudformation wait stack-create-complete --stack-name CDKToolkit
rm other.yaml
