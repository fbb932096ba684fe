# The bucket of an older toolkit is still there.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; bootstrapping ends in a rollback.
# lesson: The bucket outlives its stack: delete it before you bootstrap again.
# finding: fails | complete
# says: ROLLBACK_COMPLETE
aws s3 mb s3://cdk-hnb659fds-assets-{{ account }}-{{ region }} \
  --region {{ region }}
aws cloudformation create-stack --stack-name CDKToolkit \
  --template-body file://stacks/cdk-toolkit.yaml \
  --capabilities CAPABILITY_NAMED_IAM
settled CDKToolkit
