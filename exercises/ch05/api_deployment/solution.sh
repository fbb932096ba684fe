# Publishes what the API says now as the stage v1.
(
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  if [[ $api == None ]]; then
    echo "no REST API named website: do exercise 5.3 first" >&2
    exit 1
  fi

  # The first deployment creates the stage, each later one replaces what it
  # serves.
  aws apigateway create-deployment --rest-api-id "$api" --stage-name v1

  # A throttling of the stage that lets nothing through makes way for the
  # limits of a new account.
  none=$(aws apigateway get-stage --rest-api-id "$api" --stage-name v1 \
    --output text --query 'length(values(methodSettings || `{}`)[?
      throttlingRateLimit==`0` || throttlingBurstLimit==`0`])')
  if [[ $none != 0 ]]; then
    aws apigateway update-stage --rest-api-id "$api" --stage-name v1 \
      --patch-operations \
      'op=replace,path=/*/*/throttling/rateLimit,value=10000' \
      'op=replace,path=/*/*/throttling/burstLimit,value=5000'
  fi
)
