# The template describes a bucket alone.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: there would be a bucket, and nothing that runs.
# lesson: A serverless application is what runs, and SAM's kind for it is AWS::Serverless::Function.
# finding: fails | function
# says: Store (AWS::S3::Bucket)
cat >sam-app/template.yaml <<'YAML'
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Store:
    Type: AWS::S3::Bucket
YAML
