# The export is in the format before OpenAPI 3.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the file has the older format.
# lesson: OpenAPI 3 and Swagger 2 are two formats.
# finding: fails | format
# says: Swagger 2.0
echo '{"swagger": "2.0", "info": {"title": "website"}}' >api/openapi.json
