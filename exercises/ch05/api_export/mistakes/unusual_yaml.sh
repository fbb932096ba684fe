# The export is in YAML, at the top of the workspace.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference: the file says the same in YAML.
# lesson: JSON and YAML are two spellings of one document.
rm api/openapi.json
cat >openapi.yaml <<'END'
openapi: "3.0.1"
info: {title: website, version: "1"}
servers:
  - url: "https://{{ api_domain }}/"
paths:
  /chapters:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: "arn:{{ partition }}:apigateway:{{ region }}:lambda:path/\
          2015-03-31/functions/arn:{{ partition }}:lambda:{{ region }}:\
          {{ account }}:function:get-chapters/invocations"
END
