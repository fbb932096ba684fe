# Lets the app client of the website read and write the phone number.
(
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)

  # The client whose callback address is that of the website.
  client=None
  for id in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    client=$(aws cognito-idp describe-user-pool-client \
      --user-pool-id "$pool" --client-id "$id" --output text \
      --query "[UserPoolClient] | [?contains(CallbackURLs || [''],
          'https://{{ domain }}/auth-callback.html')] | [0].ClientId")
    [[ $client == None ]] || break
  done
  if [[ $client == None ]]; then
    echo "no app client for the website: do exercise 7.1 first" >&2
    exit 1
  fi

  # Without lists, every standard attribute is allowed already.
  lists=$(aws cognito-idp describe-user-pool-client \
    --user-pool-id "$pool" --client-id "$client" --output text \
    --query 'UserPoolClient.[ReadAttributes,WriteAttributes][][]')
  [[ -n $lists && $lists != None ]] || exit 0

  # An update sets back what it is not given, so every setting is handed on
  # as it is, but for empty ones. To each list come the two attributes.
  settings=$(aws cognito-idp describe-user-pool-client --output json \
    --user-pool-id "$pool" --client-id "$client" \
    --query UserPoolClient | python3 -c 'import json, sys
client = json.load(sys.stdin)
for name in ("ClientSecret", "CreationDate", "LastModifiedDate"):
    client.pop(name, None)
client = {name: value for name, value in client.items() if value != ""}
own = ["given_name", "phone_number"]
for name in ("ReadAttributes", "WriteAttributes"):
    if client.get(name):
        client[name] = sorted(set(own + client[name]))
print(json.dumps(client))')
  aws cognito-idp update-user-pool-client --user-pool-id "$pool" \
    --client-id "$client" --cli-input-json "$settings"
)
