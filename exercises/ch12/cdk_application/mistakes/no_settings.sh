# The application has no cdk.json.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the CLI says that --app is required.
# lesson: cdk.json tells the CLI how to run the program.
# finding: fails | application
# says: cdk-app without cdk.json
rm cdk-app/cdk.json
