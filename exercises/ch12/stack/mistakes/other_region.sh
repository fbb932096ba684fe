# The stack was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the stack is missing in the list.
# lesson: A stack, and what it makes, are in the region in which it was created.
# finding: fails | stack
# says: the stack website-stack in eu-west-1
sed 's/{{ data_bucket }}-stack/{{ data_bucket }}-eu/' \
  stacks/bucket.yaml >other.yaml
aws cloudformation create-stack --region eu-west-1 \
  --stack-name website-stack --template-body file://other.yaml
aws cloudformation wait stack-create-complete --region eu-west-1 \
  --stack-name website-stack
rm other.yaml
