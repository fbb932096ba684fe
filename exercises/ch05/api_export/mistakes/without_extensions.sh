# The export lacks the extensions, in which the integrations stand.
# starts: solved
# verdict: not done
# finding: fails | get
# says: without an integration
# says: extensions
api=$(rest_api)
aws apigateway get-export --rest-api-id "$api" --stage-name v1 \
  --export-type oas30 --accepts application/json api/openapi.json
