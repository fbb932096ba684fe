# Adds the resource /chapters with the methods GET and OPTIONS, open to all.
(
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  if [[ $api == None ]]; then
    echo "no REST API named website: do exercise 5.3 first" >&2
    exit 1
  fi

  resource() {
    aws apigateway get-resources --rest-api-id "$api" --output text \
      --query "items[?path=='$1'].id | [0]"
  }
  chapters=$(resource /chapters)
  if [[ $chapters == None ]]; then
    chapters=$(aws apigateway create-resource --rest-api-id "$api" \
      --parent-id "$(resource /)" --path-part chapters \
      --query id --output text)
  fi

  # A method that is right stays, since its integration goes with it.
  open='authorizationType==`NONE` && !(apiKeyRequired || `false`)'
  for method in GET OPTIONS; do
    there=(--rest-api-id "$api" --resource-id "$chapters"
      --http-method "$method")
    right=$(aws apigateway get-method "${there[@]}" --output text \
      --query "$open" 2>/dev/null || echo None)
    [[ $right != True ]] || continue
    [[ $right == None ]] || aws apigateway delete-method "${there[@]}"
    aws apigateway put-method "${there[@]}" --authorization-type NONE \
      --no-api-key-required
  done

  # Without a resource policy, everyone may call.
  aws apigateway update-rest-api --rest-api-id "$api" \
    --patch-operations 'op=replace,path=/policy,value='
)
