# Helpers for the scripts in mistakes/, which are run with these before them. Solutions do without: learners read those.

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
