# The export is in the format before OpenAPI 3.
# starts: solved
# verdict: not done
# finding: fails | format
# says: Swagger 2.0
echo '{"swagger": "2.0", "info": {"title": "website"}}' >api/openapi.json
