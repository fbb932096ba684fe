# The handler names a file that is not there.
# starts: solved
# verdict: not done
# visitor: Whoever calls the function gets an error: Lambda cannot find the module.
# lesson: A handler is a file's name without its ending, a dot, and what the file exports.
# finding: fails | code
# says: no such file for the handler app.lambdaHandler
sed -i.old 's/index.handler/app.lambdaHandler/' sam-app/template.yaml
rm sam-app/template.yaml.old
