# Helpers for the scripts in mistakes/, which are run with these before them, and filled in together. Solutions do without: learners read those.

# The id of the account's first distribution.
distribution() {
  aws cloudfront list-distributions \
    --query 'DistributionList.Items[0].Id' --output text
}

# Merges a JMESPath expression, such as `{"Enabled": false}` in backticks, into the settings of the distribution.
update_distribution() {
  local id etag config
  id=$(distribution)
  etag=$(aws cloudfront get-distribution-config --id "$id" --query ETag --output text)
  config=$(aws cloudfront get-distribution-config --id "$id" --output json \
    --query "merge(DistributionConfig, $1)")
  aws cloudfront update-distribution --id "$id" --if-match "$etag" --distribution-config "$config"
}

# The id of the account's first hosted zone for the domain, as `/hostedzone/…`.
hosted_zone() {
  aws route53 list-hosted-zones-by-name --dns-name "$1" \
    --query 'HostedZones[0].Id' --output text
}

# Deletes the record of a name and type, if there is one: `no_record ZONE NAME TYPE`.
no_record() {
  local record
  record=$(aws route53 list-resource-record-sets --hosted-zone-id "$1" --output json \
    --query "ResourceRecordSets[?Name=='$2.' && Type=='$3'] | [0]")
  [[ $record == null ]] || aws route53 change-resource-record-sets --hosted-zone-id "$1" \
    --change-batch '{"Changes": [{"Action": "DELETE", "ResourceRecordSet": '"$record"'}]}'
}

# Makes an alias record with a weight: `weighted_alias ZONE NAME TYPE ID WEIGHT TARGET TARGET_ZONE`.
weighted_alias() {
  aws route53 change-resource-record-sets --hosted-zone-id "$1" \
    --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
      "Name": "'"$2"'", "Type": "'"$3"'",
      "SetIdentifier": "'"$4"'", "Weight": '"$5"', "AliasTarget": {
        "DNSName": "'"$6"'", "HostedZoneId": "'"$7"'",
        "EvaluateTargetHealth": false
    }}}]}'
}

# Puts the records that validate a certificate of us-east-1 into the zone, and waits until it is issued:
# `validate_certificate ZONE CERTIFICATE [FILTER]`. The filter, in JMESPath, chooses among its names.
validate_certificate() {
  local zone=$1 certificate=$2 filter=${3-'[]'}
  describe() {
    aws acm describe-certificate --region us-east-1 \
      --certificate-arn "$certificate" --query "$1" --output text
  }
  describe "Certificate.DomainValidationOptions$filter.ResourceRecord.[Name, Value]" |
    sort -u | while read -r name value; do
    aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
      --change-batch '{"Changes": [{"Action": "CREATE", "ResourceRecordSet": {
        "Name": "'"$name"'", "Type": "CNAME", "TTL": 60,
        "ResourceRecords": [{"Value": "'"$value"'"}]
      }}]}'
  done
  while [[ $(describe Certificate.Status) == PENDING_VALIDATION ]]; do
    sleep 1
  done
}

# Puts a bucket policy with these statements: `put_policy BUCKET STATEMENT [STATEMENT]...`.
put_policy() {
  local bucket=$1 statements
  shift
  statements=$(IFS=,; echo "$*")
  aws s3api put-bucket-policy --bucket "$bucket" \
    --policy "{\"Version\": \"2012-10-17\", \"Statement\": [$statements]}"
}

# The id of the account's first REST API.
rest_api() {
  aws apigateway get-rest-apis --query 'items[0].id' --output text
}

# The options that name a resource of the REST API by its path, such as `/chapters`, one in each line.
resource() {
  local api id
  api=$(rest_api)
  id=$(aws apigateway get-resources --rest-api-id "$api" \
    --query "items[?path=='$1'].id | [0]" --output text)
  printf '%s\n' --rest-api-id "$api" --resource-id "$id"
}

# The id of the user pool that the domain {{ auth_domain }} leads to.
user_pool() {
  aws cognito-idp describe-user-pool-domain --domain {{ auth_domain }} \
    --query DomainDescription.UserPoolId --output text
}

# The id of the app client of the website in a user pool, which solutions name so.
app_client() {
  aws cognito-idp list-user-pool-clients --user-pool-id "$1" \
    --max-results 60 --output text \
    --query "UserPoolClients[?ClientName=='website'].ClientId | [0]"
}

# Signs somebody up with this address, who has not entered a code: `sign_up ADDRESS`.
sign_up() {
  aws cognito-idp sign-up --client-id "$(app_client "$(user_pool)")" \
    --username "$1" --password 'Long-Enough-1' \
    --user-attributes "Name=email,Value=$1" Name=given_name,Value=Reader
}

# Makes an app client for the website with these options, instead of all others: `only_client POOL OPTION...`.
only_client() {
  local pool=$1 client
  shift
  for client in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    aws cognito-idp delete-user-pool-client --user-pool-id "$pool" \
      --client-id "$client"
  done
  aws cognito-idp create-user-pool-client --user-pool-id "$pool" \
    --client-name website "$@"
}

# Makes a user pool with these options, an app client and the domain for it: `create_pool OPTION...`.
create_pool() {
  local pool certificate
  pool=$(aws cognito-idp create-user-pool --pool-name website "$@" \
    --query UserPool.Id --output text)
  certificate=$(aws acm list-certificates --region us-east-1 \
    --query 'CertificateSummaryList[0].CertificateArn' --output text)
  aws cognito-idp create-user-pool-client --user-pool-id "$pool" \
    --client-name website "${PAGES[@]}"
  aws cognito-idp create-user-pool-domain --domain {{ auth_domain }} \
    --user-pool-id "$pool" --managed-login-version 1 \
    --custom-domain-config "CertificateArn=$certificate"
}

# Makes the app client again with these settings on top of the right ones; the CLI takes the last of several.
update_client() {
  only_client "$(user_pool)" "${PAGES[@]}" "$@"
}

# What an app client for the website has.
PAGES=(--supported-identity-providers COGNITO
  --allowed-o-auth-flows-user-pool-client --allowed-o-auth-flows code
  --allowed-o-auth-scopes openid profile aws.cognito.signin.user.admin
  --callback-urls '["https://{{ domain }}/auth-callback.html"]'
  --logout-urls '["https://{{ domain }}/logout.html"]')

# Changes a script of the website's bucket with a script of sed: `edit_script KEY SCRIPT`.
edit_script() {
  local script
  script=$(aws s3 cp "s3://{{ website_bucket }}/$1" -)
  sed -e "$2" <<<"$script" |
    aws s3 cp - "s3://{{ website_bucket }}/$1" --content-type text/javascript
}

# Changes a page of the website's bucket with a script of sed: `edit_page KEY SCRIPT`.
edit_page() {
  local page
  page=$(aws s3 cp "s3://{{ website_bucket }}/$1" -)
  sed -e "$2" <<<"$page" |
    aws s3 cp - "s3://{{ website_bucket }}/$1" --content-type text/html
}

# The ARN of a user pool by its id, or of the one that the domain {{ auth_domain }} leads to.
user_pool_arn() {
  echo "arn:{{ partition }}:cognito-idp:{{ region }}:{{ account }}:userpool/${1-$(user_pool)}"
}

# Makes an authorizer of the REST API with these options, instead of all others: `only_authorizer OPTION...`.
only_authorizer() {
  local api id
  api=$(rest_api)
  for id in $(aws apigateway get-authorizers --rest-api-id "$api" \
    --query 'items[].id' --output text); do
    aws apigateway delete-authorizer --rest-api-id "$api" --authorizer-id "$id"
  done
  aws apigateway create-authorizer --rest-api-id "$api" \
    --name website-users "$@"
}

# Gives a function the code of a file in its folder: `put_code FUNCTION FILE`.
put_code() {
  (cd "functions/$1" && python3 -m zipfile -c function.zip "$2")
  aws lambda update-function-code --function-name "$1" \
    --zip-file "fileb://functions/$1/function.zip"
  aws lambda wait function-updated-v2 --function-name "$1"
}

# The options that name the method PUT of /account/info, one in each line.
put_of_info() {
  resource /account/info
  printf '%s\n' --http-method PUT
}

# The id of the authorizer that solutions make.
authorizer() {
  aws apigateway get-authorizers --rest-api-id "$(rest_api)" \
    --query "items[?name=='website-users'].id | [0]" --output text
}

# Lets the function put-account-info answer a method, which these options name.
put_account_info_answers() {
  local uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
  local function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
  aws apigateway put-integration --type AWS_PROXY \
    --integration-http-method POST \
    --uri "$uri/functions/$function:put-account-info/invocations" "$@"
}

# Makes PUT /account/info again, with these options of its request, and deploys it: `put_again OPTION...`.
put_again() {
  local put
  mapfile -t put < <(put_of_info)
  aws apigateway delete-method "${put[@]}"
  aws apigateway put-method "${put[@]}" "$@"
  put_account_info_answers "${put[@]}"
  deploy
}

deploy() {
  aws apigateway create-deployment --rest-api-id "$(rest_api)" --stage-name v1
}

# Lets OPTIONS /account/info name these verbs and headers, and deploys it: `preflight VERBS HEADERS`.
preflight() {
  local info
  mapfile -t info < <(resource /account/info)
  aws apigateway put-integration-response "${info[@]}" \
    --http-method OPTIONS --status-code 200 --response-parameters '{
      "method.response.header.Access-Control-Allow-Origin": "'"'*'"'",
      "method.response.header.Access-Control-Allow-Methods": "'"'$1'"'",
      "method.response.header.Access-Control-Allow-Headers": "'"'$2'"'"}'
  deploy
}

# Lets API Gateway invoke put-account-info by this statement alone: `only_permission OPTION...`.
only_permission() {
  aws lambda remove-permission --function-name put-account-info \
    --statement-id website-put-account-info
  aws lambda add-permission --function-name put-account-info \
    --statement-id again --action lambda:InvokeFunction \
    --principal apigateway.amazonaws.com "$@"
}

# Makes a user of the pool who may sign in with the password Practice-2026: `new_user NAME`.
new_user() {
  local pool
  pool=$(user_pool)
  aws cognito-idp admin-create-user --user-pool-id "$pool" \
    --username "$1@{{ domain }}" --message-action SUPPRESS \
    --user-attributes "Name=email,Value=$1@{{ domain }}" \
    Name=email_verified,Value=true Name=given_name,Value=Ada
  aws cognito-idp admin-set-user-password --user-pool-id "$pool" \
    --username "$1@{{ domain }}" --password Practice-2026 --permanent
}

# Signs the user in, and prints a token: `token_of NAME AccessToken` or `token_of NAME IdToken`.
token_of() {
  aws cognito-idp initiate-auth --client-id "$(app_client "$(user_pool)")" \
    --auth-flow USER_PASSWORD_AUTH \
    --auth-parameters "USERNAME=$1@{{ domain }},PASSWORD=Practice-2026" \
    --query AuthenticationResult --output json | python3 -c \
    'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$2"
}

# Sends a new name to the API with a token: `put_name TOKEN`.
put_name() {
  curl -sS -X PUT -H "Host: {{ api_domain }}" -H "Authorization: $1" \
    -H 'Content-Type: application/json' -d '{"given_name": "Grace"}' \
    "$AWS_ENDPOINT_URL/account/info"
}

# Calls the function put-account-info itself with a body and a token: `call_put_account_info TOKEN BODY`.
call_put_account_info() {
  python3 -c 'import json, sys; print(json.dumps({"headers":
    {"Authorization": sys.argv[1]}, "body": sys.argv[2]}))' "$1" "$2" >event.json
  aws lambda invoke --function-name put-account-info \
    --payload fileb://event.json answer.json
}

# The options that name the method POST of /analytics/auth-callback, one in each line.
post_of_callback() {
  resource /analytics/auth-callback
  printf '%s\n' --http-method POST
}

# Lets POST put what the template makes into the table, with other options on top: `put_item TEMPLATE [OPTION]...`.
put_item() {
  local post templates
  mapfile -t post < <(post_of_callback)
  templates=$(python3 -c \
    'import json, sys; print(json.dumps({"application/json": sys.argv[1]}))' "$1")
  shift
  aws apigateway put-integration "${post[@]}" --type AWS \
    --integration-http-method POST --request-templates "$templates" \
    --uri arn:{{ partition }}:apigateway:{{ region }}:dynamodb:action/PutItem \
    --credentials arn:{{ partition }}:iam::{{ account }}:role/api-analytics-put-item \
    "$@"
  aws apigateway put-integration-response "${post[@]}" --status-code 200 \
    --response-parameters file://api/auth-callback-answer.json
}

# The same, deployed.
puts_item() {
  put_item "$@"
  deploy
}

# Makes POST /analytics/auth-callback, which is not there, with these options of its request: `make_post OPTION...`.
make_post() {
  local post
  mapfile -t post < <(post_of_callback)
  aws apigateway put-method "${post[@]}" "$@"
  aws apigateway put-method-response "${post[@]}" --status-code 200 \
    --response-parameters method.response.header.Access-Control-Allow-Origin=false
  put_item "$(<api/put-item.json)"
}

# Makes it again, and deploys it: `post_again OPTION...`.
post_again() {
  local post
  mapfile -t post < <(post_of_callback)
  aws apigateway delete-method "${post[@]}"
  make_post "$@"
  deploy
}

# Posts to the API with a token, as the page of exercise 8.5 does: `post_callback TOKEN`.
post_callback() {
  curl -sS -X POST -H "Host: {{ api_domain }}" -H "Authorization: $1" \
    "$AWS_ENDPOINT_URL/analytics/auth-callback"
}

# Deletes the rule that runs the function rule-analytics-auth-callback.
no_rule() {
  aws events remove-targets --rule rule-analytics-auth-callback --ids function
  aws events delete-rule --name rule-analytics-auth-callback
}

# Makes the role run-sign-ins, which this service takes on to invoke the function: `invoking_role SERVICE`.
invoking_role() {
  local functions=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
  aws iam create-role --role-name run-sign-ins --assume-role-policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Principal": {"Service": "'"$1"'"}, "Action": "sts:AssumeRole"}]}'
  aws iam put-role-policy --role-name run-sign-ins --policy-name invoke \
    --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "lambda:InvokeFunction",
      "Resource": "'"$functions:rule-analytics-auth-callback"'"}]}'
}

# Makes a schedule that invokes a function with that role: `schedule EXPRESSION FUNCTION [OPTION]...`.
schedule() {
  local lambda=arn:{{ partition }}:lambda:{{ region }}:{{ account }}
  local role=arn:{{ partition }}:iam::{{ account }}:role/run-sign-ins
  aws scheduler create-schedule --name sign-ins --schedule-expression "$1" \
    --flexible-time-window Mode=OFF \
    --target "Arn=$lambda:$2,RoleArn=$role" "${@:3}"
}

# Lets a rule of that name invoke the function by one statement alone: `only_rule_permission RULE [OPTION]...`.
only_rule_permission() {
  local rules=arn:{{ partition }}:events:{{ region }}:{{ account }}:rule
  aws lambda remove-permission --function-name rule-analytics-auth-callback \
    --statement-id schedule
  aws lambda add-permission --function-name rule-analytics-auth-callback \
    --statement-id again --action lambda:InvokeFunction \
    --principal events.amazonaws.com --source-arn "$rules/$1" "${@:2}"
}

# The id of the backup plan that solutions make.
backup_plan() {
  aws backup list-backup-plans --output text \
    --query "BackupPlansList[?BackupPlanName=='website'].BackupPlanId | [0]"
}

# Deletes all selections of a backup plan: `no_selection PLAN`.
no_selection() {
  local id
  for id in $(aws backup list-backup-selections --backup-plan-id "$1" \
    --query 'BackupSelectionsList[].SelectionId' --output text); do
    aws backup delete-backup-selection --backup-plan-id "$1" --selection-id "$id"
  done
}

# Has the backup plan take this, as JSON without braces, and nothing else: `only_selection MEMBERS`.
only_selection() {
  local plan selection
  plan=$(backup_plan)
  no_selection "$plan"
  selection=$(printf '{"SelectionName": "other", "IamRoleArn": "%s", %s}' \
    "arn:{{ partition }}:iam::{{ account }}:role/website-backup" "$1")
  aws backup create-backup-selection --backup-plan-id "$plan" \
    --backup-selection "$selection"
}

# Gives the data bucket one replication rule, with these members as JSON beside the rest: `replicate MEMBERS`.
replicate() {
  local rules='{
    "Role": "arn:{{ partition }}:iam::{{ account }}:role/s3-replication",
    "Rules": [{"ID": "everything", "Priority": 1, '"$1"',
      "DeleteMarkerReplication": {"Status": "Disabled"},
      "Destination": {"Bucket": "arn:aws:s3:::{{ data_bucket }}-replica"}}]}'
  aws s3api put-bucket-replication --bucket {{ data_bucket }} \
    --replication-configuration "$rules"
}

# Puts a record into the hosted zone of the domain, instead of what is there: `put_record NAME TYPE VALUE...`.
put_record() {
  put_record_in "$(hosted_zone {{ domain }})" "$@"
}

# The same in a hosted zone: `put_record_in ZONE NAME TYPE VALUE...`.
put_record_in() {
  local zone=$1 name=$2 type=$3 values
  shift 3
  values=$(python3 -c 'import json, sys
print(json.dumps([{"Value": value} for value in sys.argv[1:]]))' "$@")
  aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
    --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
      "Name": "'"$name"'", "Type": "'"$type"'", "TTL": 300,
      "ResourceRecords": '"$values"'
    }}]}'
}

# The tokens of Easy DKIM that the identity of the domain has.
dkim_tokens() {
  aws sesv2 get-email-identity --email-identity {{ domain }} \
    --query 'DkimAttributes.Tokens' --output text
}

# The ARN of the topic of this name, or of function-sns-send-email.
topic() {
  echo "arn:{{ partition }}:sns:{{ region }}:{{ account }}:${1-function-sns-send-email}"
}

# The ARN of the topic's first subscription.
subscription() {
  aws sns list-subscriptions-by-topic --topic-arn "$(topic)" \
    --query 'Subscriptions[0].SubscriptionArn' --output text
}

# Lets topics call the function sns-send-email by this statement alone: `only_topic_permission OPTION...`.
only_topic_permission() {
  aws lambda remove-permission --function-name sns-send-email \
    --statement-id topic
  aws lambda add-permission --function-name sns-send-email \
    --statement-id topic --action lambda:InvokeFunction \
    --principal sns.amazonaws.com "$@"
}

# Has the data bucket tell what its file of notifications says.
notify() {
  aws s3api put-bucket-notification-configuration \
    --bucket {{ data_bucket }} --notification-configuration \
    file://notifications/data-bucket.json
}

# Takes a notification out of that file, by its place, and has EventBridge told instead: `event_bridge_instead_of NUMBER`.
event_bridge_instead_of() {
  python3 -c '
import json, sys
path = "notifications/data-bucket.json"
told = json.load(open(path))
del told["LambdaFunctionConfigurations"][int(sys.argv[1])]
told["EventBridgeConfiguration"] = {}
json.dump(told, open(path, "w"))' "$1"
  notify
}

# What a target of a rule has beside its ARN to make S3's own event of EventBridge's.
RECORDS=', "InputTransformer": {
  "InputPathsMap": {"key": "$.detail.object.key"},
  "InputTemplate": "{\"Records\": [{\"s3\": {\"object\": {\"key\": <key>}}}]}"}'

# Has a rule call the function sagemaker-rcf-run-JOB for new files of the data bucket whose keys fit a pattern; the setting is
# what its target has beside the ARN: `rule_calls RULE JOB PATTERN [SETTING]`.
rule_calls() {
  local function=sagemaker-rcf-run-$2 targets
  targets=$(printf '[{"Id": "function", "Arn": "%s"%s}]' \
    "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:$function" "${4-}")
  aws events put-rule --name "$1" --event-pattern '{
    "source": ["aws.s3"], "detail-type": ["Object Created"],
    "detail": {"bucket": {"name": ["{{ data_bucket }}"]},
      "object": {"key": ['"$3"']}}}'
  aws events put-targets --rule "$1" --targets "$targets"
  aws lambda add-permission --function-name "$function" \
    --statement-id "rule-$1" --action lambda:InvokeFunction \
    --principal events.amazonaws.com --source-arn \
    "arn:{{ partition }}:events:{{ region }}:{{ account }}:rule/$1"
}

# The options that name the method POST of /executions, one in each line.
post_of_executions() {
  resource /executions
  printf '%s\n' --http-method POST
}

# Lets POST /executions start the state machine, with other options on top, and deploys it: `starts [OPTION]...`.
starts() {
  local post
  mapfile -t post < <(post_of_executions)
  aws apigateway put-integration "${post[@]}" --type AWS \
    --integration-http-method POST \
    --uri arn:{{ partition }}:apigateway:{{ region }}:states:action/StartExecution \
    --credentials arn:{{ partition }}:iam::{{ account }}:role/api-start-execution \
    --request-templates file://api/start-execution.json "$@"
  aws apigateway put-integration-response "${post[@]}" --status-code 200
  deploy
}

# Waits until CloudFormation has done with the stack: `settled STACK`.
settled() {
  until aws cloudformation describe-stacks --stack-name "$1" \
    --query 'Stacks[0].StackStatus' --output text |
    grep -qv _IN_PROGRESS; do
    sleep 1
  done
}

# Updates a stack with a template, whatever comes of it: `update_stack STACK FILE`.
update_stack() {
  aws cloudformation update-stack --stack-name "$1" \
    --template-body "file://$2" --capabilities CAPABILITY_NAMED_IAM
  settled "$1"
}
