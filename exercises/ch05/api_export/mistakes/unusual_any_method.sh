# A tool made the API with one method for every verb, and an editor put a byte order mark before its export.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference: an API made from the file answers GET as well.
# lesson: A method for every verb takes GET too.
api=$(rest_api)
printf '\357\273\277' >api/openapi.json
cat >>api/openapi.json <<FILE
{
  "openapi": "3.0.1",
  "info": {"title": "website", "version": "2026-01-01T00:00:00Z"},
  "servers": [{
    "url": "https://$api.execute-api.{{ region }}.amazonaws.com/{basePath}",
    "variables": {"basePath": {"default": "v1"}}
  }],
  "paths": {"/chapters": {"x-amazon-apigateway-any-method": {
    "x-amazon-apigateway-integration": {
      "type": "AWS_PROXY",
      "httpMethod": "POST",
      "uri": "arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31/functions/arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:\${stageVariables.function}/invocations"
    }
  }}}
}
FILE
