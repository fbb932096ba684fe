# The stack has another name, and CloudFormation chose the name of the bucket.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Without a BucketName, no other bucket can have the name.
# finding: holds | bucket
sed '/BucketName: {{ data_bucket }}/d' stacks/bucket.yaml >other.yaml
aws cloudformation create-stack --stack-name my-first-stack \
  --template-body file://other.yaml
aws cloudformation wait stack-create-complete --stack-name my-first-stack
rm other.yaml
