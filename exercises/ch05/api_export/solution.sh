# Saves what the stage v1 serves, integrations included.
(
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  if [[ $api == None ]]; then
    echo "no REST API named website: do exercise 5.3 first" >&2
    exit 1
  fi

  mkdir -p api
  aws apigateway get-export --rest-api-id "$api" --stage-name v1 \
    --export-type oas30 --parameters extensions=integrations \
    --accepts application/json api/openapi.json

  # An endpoint that is not AWS may export something else.
  if ! grep -q '"openapi"' api/openapi.json; then
    echo "this endpoint does not export OpenAPI 3" >&2
    exit 1
  fi
)
