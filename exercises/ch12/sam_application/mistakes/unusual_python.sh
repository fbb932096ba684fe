# The application is in Python, in the long forms, at the top of the workspace.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: it is not deployed yet.
# lesson: The language and the folder are up to you.
rm -r sam-app
mkdir src
echo 'def handler(event, context): return "hello"' >src/app.py
cat >template.yml <<'YAML'
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Conditions:
  InMain: !Not [!Equals [!Ref "AWS::Region", eu-west-1]]
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Condition: InMain
    Properties:
      CodeUri: ./src
      Handler: app.handler
      Runtime: python3.14
      Policies:
        - Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: !Join ["", [!Sub "arn:${AWS::Partition}:s3:::", "*"]]
Outputs:
  Arn:
    Value:
      Fn::If: [InMain, {Fn::GetAtt: [Hello, Arn]}, !Ref "AWS::NoValue"]
YAML
