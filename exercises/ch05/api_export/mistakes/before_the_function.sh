# The export is older than the integration with the function.
# starts: solved
# verdict: not done
# finding: fails | get
# says: a mock integration
sed -i.old 's/"aws_proxy"/"mock"/' api/openapi.json
rm api/openapi.json.old
