# The template lacks its transform.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: nothing can be deployed from the template.
# lesson: The transform makes AWS::Serverless::Function a kind that CloudFormation knows.
# finding: fails | template
# says: sam-app/template.yaml, which has no transform
sed -i.old /^Transform/d sam-app/template.yaml
rm sam-app/template.yaml.old
