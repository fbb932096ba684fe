# The export is a collection for Postman.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: API Gateway makes nothing from the file.
# lesson: The kind of export decides which programs can read it.
# finding: fails | format
# says: a collection for Postman
echo '{"info": {"name": "website", "schema":
  "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"
}}' >api/openapi.json
