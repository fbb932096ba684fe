# The export is older than the integration with the function.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: an API made from the file would give the mock's answer.
# lesson: An export shows one moment, so export again after each deployment.
# finding: fails | get
# says: a mock integration
sed -i.old 's/"aws_proxy"/"mock"/' api/openapi.json
rm api/openapi.json.old
