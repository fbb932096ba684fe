# The changed application asks for a bucket name that is taken.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the stack is as it was before.
# lesson: When one thing of an update fails, all of it is undone.
# finding: fails | updated
# says: UPDATE_ROLLBACK_COMPLETE
aws s3 mb s3://{{ data_bucket }}-taken --region {{ region }}
sed 's/^Parameters:/  Second1F5B7C2A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: {{ data_bucket }}-taken\n&/' \
  stacks/HelloCdkStack.yaml >other.yaml
aws cloudformation update-stack --stack-name HelloCdkStack \
  --template-body file://other.yaml
rm other.yaml
settled HelloCdkStack
