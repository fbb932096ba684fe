# The export is of an API that no longer is.
# starts: solved
# verdict: not done
# finding: fails | own
# says: your own API
api=$(aws apigateway get-rest-apis --query 'items[0].id' --output text)
sed -i.old "s/$api/0123456789/" api/openapi.json
rm api/openapi.json.old
