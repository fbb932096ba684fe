# The template has a table, and no function.
# starts: before
# verdict: not done
# visitor: Nobody sees anything.
# lesson: An application that nothing runs is a list of things.
# finding: fails | function
# says: AWS::DynamoDB::Table
cat >other.yaml <<'YAML'
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
YAML
aws cloudformation create-stack --stack-name hello-sam \
  --template-body file://other.yaml
aws cloudformation wait stack-create-complete --stack-name hello-sam
rm other.yaml
