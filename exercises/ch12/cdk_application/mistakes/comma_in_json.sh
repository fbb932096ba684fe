# A comma too many stands in cdk.json.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the CLI cannot read its settings.
# lesson: JSON takes no comma before a closing brace.
# finding: fails | application
# says: cdk-app/cdk.json: no JSON
echo '{"app": "node bin/cdk-app.mjs",}' >cdk-app/cdk.json
