# SAM made its own bucket, and the deployment ended there.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: The stack aws-sam-cli-managed-default is where SAM keeps what it uploads.
# finding: fails | stack
cat >other.yaml <<'YAML'
Resources:
  SamCliSourceBucket:
    Type: AWS::S3::Bucket
YAML
aws cloudformation create-stack \
  --stack-name aws-sam-cli-managed-default \
  --template-body file://other.yaml \
  --tags Key=ManagedStackSource,Value=AwsSamCli
aws cloudformation wait stack-create-complete \
  --stack-name aws-sam-cli-managed-default
rm other.yaml
