# Calls PUT /account/info as a user of the pool, who is made for that, and
# waits until the topic has called the other function.
(
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  client=None
  for id in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    client=$(aws cognito-idp describe-user-pool-client \
      --user-pool-id "$pool" --client-id "$id" --output text \
      --query "[UserPoolClient] |
        [?contains(ExplicitAuthFlows || [''],
          'ALLOW_USER_PASSWORD_AUTH')] | [0].ClientId")
    [[ $client == None ]] || break
  done
  if [[ $client == None ]]; then
    echo "no app client allows USER_PASSWORD_AUTH: see exercise 7.1" >&2
    exit 1
  fi

  # A user without a mailbox. Nobody but this script knows the password.
  user=test@{{ domain }}
  password="Aa1-$(date +%s)-$RANDOM"
  if ! aws cognito-idp admin-get-user --user-pool-id "$pool" \
    --username "$user" >/dev/null 2>&1; then
    aws cognito-idp admin-create-user --user-pool-id "$pool" \
      --username "$user" --message-action SUPPRESS --user-attributes \
      "Name=email,Value=$user" Name=email_verified,Value=true \
      Name=given_name,Value=Ada
  fi
  aws cognito-idp admin-set-user-password --user-pool-id "$pool" \
    --username "$user" --password "$password" --permanent
  token=$(aws cognito-idp initiate-auth --client-id "$client" \
    --auth-flow USER_PASSWORD_AUTH \
    --auth-parameters "USERNAME=$user,PASSWORD=$password" \
    --query AuthenticationResult.AccessToken --output text)

  # The practice account answers for the name of the API on this machine.
  api=https://{{ api_domain }}
  begun=$(date +%s)000
  answered=$(curl -sS -o /dev/null -w '%{http_code}' -X PUT \
    -H "Host: {{ api_domain }}" -H "Authorization: $token" \
    -H 'Content-Type: application/json' -d '{"given_name": "Grace"}' \
    "${AWS_ENDPOINT_URL:-$api}/account/info")
  if [[ $answered != 200 ]]; then
    echo "PUT /account/info answered $answered and not 200" >&2
    exit 1
  fi

  # The topic calls the other function a moment later, and its log comes later
  # still.
  runs=0
  for seconds in 1 2 3 5 8; do
    sleep $seconds
    runs=$(aws logs filter-log-events --start-time "$begun" \
      --log-group-name /aws/lambda/sns-send-email \
      --filter-pattern REPORT --query 'length(events)' --output text) ||
      runs=0
    [[ $runs == 0 ]] || break
  done
  if [[ $runs == 0 ]]; then
    echo "the topic has not called sns-send-email: see exercise 9.11" >&2
    exit 1
  fi
)
