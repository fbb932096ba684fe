# The template asks for a bucket name that is taken.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is rolled back.
# lesson: A stack that was rolled back cannot be updated: delete it, and deploy again.
# finding: fails | complete
# says: ROLLBACK_COMPLETE
aws s3 mb s3://{{ data_bucket }}-taken --region {{ region }}
sed '/^Outputs:/,$d' stacks/hello-sam.yaml >other.yaml
cat >>other.yaml <<'YAML'
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: {{ data_bucket }}-taken
YAML
aws cloudformation create-stack --stack-name hello-sam \
  --template-body file://other.yaml --capabilities CAPABILITY_IAM
rm other.yaml
settled hello-sam
