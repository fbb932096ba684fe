# The template has a topic, and no bucket.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: A stack makes what its template names, and nothing else.
# finding: fails | bucket
# says: AWS::SNS::Topic
cat >other.yaml <<'YAML'
Resources:
  Topic:
    Type: AWS::SNS::Topic
YAML
aws cloudformation create-stack --stack-name website-stack \
  --template-body file://other.yaml
aws cloudformation wait stack-create-complete --stack-name website-stack
rm other.yaml
