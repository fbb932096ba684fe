# A tab indents a line of the template.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: nothing can be deployed from the template.
# lesson: YAML indents with blanks, and takes a tab for a mistake.
# finding: fails | template
# says: no YAML
printf '  More:\n\t  Type: AWS::S3::Bucket\n' >>sam-app/template.yaml
