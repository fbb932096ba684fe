# The download kept the name that the console gave it.
# starts: solved
# verdict: not done
# finding: fails | file
# says: website-v1-oas30-apigateway.json
# says: api/openapi.json
mv api/openapi.json website-v1-oas30-apigateway.json
