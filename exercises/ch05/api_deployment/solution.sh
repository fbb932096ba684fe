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

  # The stage limits no calls of its own: -1 stands for no limit.
  aws apigateway update-stage --rest-api-id "$api" --stage-name v1 \
    --patch-operations 'op=replace,path=/*/*/throttling/rateLimit,value=-1' \
    'op=replace,path=/*/*/throttling/burstLimit,value=-1'
)
