# The template asks for a bucket name that is taken.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is rolled back.
# lesson: A stack that was rolled back cannot be updated: delete it, and create it again.
# finding: fails | complete
# says: ROLLBACK_COMPLETE
sed 's/{{ data_bucket }}-stack/{{ data_bucket }}-taken/' \
  stacks/bucket.yaml >other.yaml
aws s3 mb s3://{{ data_bucket }}-taken --region {{ region }}
aws cloudformation create-stack --stack-name website-stack \
  --template-body file://other.yaml
rm other.yaml
settled website-stack
