# The application asks for a bucket name that is taken.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is rolled back.
# lesson: A stack that was rolled back cannot be updated: delete it, and deploy again.
# finding: fails | complete
# says: ROLLBACK_COMPLETE
aws s3 mb s3://{{ data_bucket }}-taken --region {{ region }}
sed 's/      VersioningConfiguration:/      BucketName: {{ data_bucket }}-taken\n&/' \
  stacks/HelloCdkStack.yaml >other.yaml
aws cloudformation create-stack --stack-name HelloCdkStack \
  --template-body file://other.yaml
rm other.yaml
settled HelloCdkStack
