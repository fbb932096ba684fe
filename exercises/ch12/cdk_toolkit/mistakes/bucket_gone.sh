# The bucket was deleted to save money.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; the deployment ends when the CDK uploads its files.
# lesson: The stack still says that it is complete.
# finding: fails | bucket
# says: it is not there
aws s3 rb s3://cdk-hnb659fds-assets-{{ account }}-{{ region }} --force
