# Gives the API an authorizer that takes the tokens of the user pool.
(
  api=$(aws apigateway get-rest-apis --output text \
    --query "items[?name=='website'].id | [0]")
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  if [[ $api == None || $pool == None ]]; then
    echo "no API or no user pool: do exercises 5.3 and 7.1 first" >&2
    exit 1
  fi
  arn=arn:{{ partition }}:cognito-idp:{{ region }}:{{ account }}
  arn=${arn}:userpool/$pool

  # One that takes these tokens already may be in use, so it stays.
  header=method.request.header.Authorization
  right=$(aws apigateway get-authorizers --rest-api-id "$api" \
    --query "items[?type=='COGNITO_USER_POOLS'] |
      [?contains(providerARNs || [''], '$arn')] |
      [?identitySource=='$header'].id | [0]" --output text)
  if [[ $right == None ]]; then
    # No two authorizers of an API have one name.
    for other in $(aws apigateway get-authorizers --rest-api-id "$api" \
      --query "items[?name=='website-users'].id" --output text); do
      aws apigateway delete-authorizer --rest-api-id "$api" \
        --authorizer-id "$other"
    done
    aws apigateway create-authorizer --rest-api-id "$api" \
      --name website-users --type COGNITO_USER_POOLS \
      --provider-arns "$arn" --identity-source "$header"
  fi
)
