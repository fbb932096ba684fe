# Makes POST /executions of the API, which starts the state machine.
(
  # The role with which API Gateway asks Step Functions.
  role=api-start-execution
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/api-gateway-trust.json
  aws iam update-assume-role-policy --role-name $role \
    --policy-document file://policies/api-gateway-trust.json
  aws iam put-role-policy --role-name $role --policy-name $role \
    --policy-document file://policies/$role.json

  # The resource.
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  if [[ $api == None ]]; then
    echo "no REST API named website: do exercise 5.3 first" >&2
    exit 1
  fi
  resource_at() {
    aws apigateway get-resources --rest-api-id "$api" \
      --query "items[?path=='$1'].id | [0]" --output text
  }
  id=$(resource_at /executions)
  [[ $id != None ]] || id=$(aws apigateway create-resource \
    --rest-api-id "$api" --parent-id "$(resource_at /)" \
    --path-part executions --query id --output text)
  post=(--rest-api-id "$api" --resource-id "$id" --http-method POST)

  # The method, which asks for credentials of the account. One that is
  # there already cannot be put again.
  aws apigateway delete-method "${post[@]}" 2>/dev/null || true
  aws apigateway put-method "${post[@]}" --authorization-type AWS_IAM
  aws apigateway put-method-response "${post[@]}" --status-code 200
  aws apigateway put-integration "${post[@]}" --type AWS \
    --integration-http-method POST \
    --uri arn:{{ partition }}:apigateway:{{ region }}:states:action/StartExecution \
    --credentials "arn:{{ partition }}:iam::{{ account }}:role/$role" \
    --request-templates file://api/start-execution.json
  aws apigateway put-integration-response "${post[@]}" --status-code 200

  # A stage shows changes after a deployment, and not before.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1
)
