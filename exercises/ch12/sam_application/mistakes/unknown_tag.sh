# A function of CloudFormation has a name that is none.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: nothing can be deployed from the template.
# lesson: The functions have short names of their own, such as !GetAtt.
# finding: fails | template
# says: CloudFormation has no function !GetAttribute
sed -i.old 's/!GetAtt /!GetAttribute /' sam-app/template.yaml
rm sam-app/template.yaml.old
