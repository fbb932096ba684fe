# The export lacks the extensions, in which the integrations stand.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: an API made from the file would answer nothing.
# lesson: Only the extensions say what is behind a method.
# finding: fails | get
# says: without an integration
# says: extensions
api=$(rest_api)
aws apigateway get-export --rest-api-id "$api" --stage-name v1 \
  --export-type oas30 --accepts application/json api/openapi.json
