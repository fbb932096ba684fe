# The application is in Python, at the top of the workspace.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: it is not deployed yet.
# lesson: The CDK takes several languages, and cdk.json says how to run each.
rm -r cdk-app
mkdir app
echo '{"app": "python3 app.py", "context": {}}' >cdk.json
echo 'aws-cdk-lib>=2.276.0,<3.0.0' >requirements.txt
cat >app.py <<'CODE'
import aws_cdk as cdk


class WebsiteStack(cdk.Stack):
    pass


app = cdk.App()
WebsiteStack(app, "WebsiteStack")
app.synth()
CODE
