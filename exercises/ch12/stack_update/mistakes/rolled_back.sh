# The template asks for a second bucket whose name is taken.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the stack is as it was before.
# lesson: When one thing of an update fails, all of it is undone.
# finding: fails | updated
# says: UPDATE_ROLLBACK_COMPLETE
aws s3 mb s3://{{ data_bucket }}-taken --region {{ region }}
sed '/^Outputs:/,$d' stacks/website.yaml >other.yaml
cat >>other.yaml <<'YAML'
  Second:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: {{ data_bucket }}-taken
YAML
update_stack website-stack other.yaml
rm other.yaml
