# The template was changed after it was built.
# starts: solved
# verdict: not done
# visitor: Nobody sees the change: deploying takes the template that was built.
# lesson: The template is built, too.
# finding: fails | template
# says: HelloWorldFunction as it is in sam-app/template.yaml
sed -i.old 's|Path: /hello|Path: /evening|' sam-app/template.yaml
rm sam-app/template.yaml.old
touch -t 203801010000 sam-app/template.yaml
