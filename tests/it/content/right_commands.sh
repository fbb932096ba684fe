# Commands that the CLI takes, in every form of shell that the texts and scripts use; never run.
aws --version
aws login --profile root-once
aws configure sso
aws logs filter-log-events --log-group-name /aws/lambda/get-chapters
aws route53domains register-domain help
aws sts get-caller-identity --query Account --output text
PUBLIC="BlockPublicAcls=true,IgnorePublicAcls=true"
PUBLIC="$PUBLIC,BlockPublicPolicy=false,RestrictPublicBuckets=false"
aws s3api put-public-access-block --bucket example.com \
  --public-access-block-configuration "$PUBLIC"
certificate=None
for arn in $(aws acm list-certificates --region us-east-1 --output text \
  --includes keyTypes=RSA_2048,EC_prime256v1 \
  --query "CertificateSummaryList[?Status=='ISSUED'].CertificateArn"); do
  certificate=$(aws acm describe-certificate --certificate-arn "$arn" |
    grep "$(aws sts get-caller-identity --query Account)" || true)
  [[ $certificate == None ]] || break
done
if ! aws iam get-user --user-name admin > /dev/null 2>&1; then
  AWS_PROFILE=other aws iam create-user --user-name admin >&2
fi
present() {
  aws cloudfront get-distribution-config --id "$distribution" "$@"
}
options=(--bucket example.com --key index.html)
aws s3api head-object "${options[@]}" # and no aws here
aws cloudfront update-distribution --id "$distribution" --if-match "$etag" \
  --distribution-config "$(sed "s|A|$(date)|" file.json)"
aws route53 change-resource-record-sets --hosted-zone-id "$ZONE_ID" \
  --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {
    "Name": "'"$name"'", "Type": "A", "TTL": '"$ttl"',
    "ResourceRecords": [{"Value": "192.0.2.1"}]}}]}'
aws route53 change-resource-record-sets --hosted-zone-id ZONE_ID \
  --change-batch file://of-the-learner.json
aws route53domains update-domain-nameservers --domain-name example.com \
  --nameservers Name=… Name=…
aws lambda create-function --function-name f --runtime nodejs22.x \
  --role ROLE_ARN --handler index.handler --timeout "$seconds" \
  --zip-file fileb://function.zip --architectures arm64
aws lambda invoke --function-name f out.json \
  --payload '{}'
aws lambda wait function-updated-v2 --function-name f
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$ID" \
  --http-method GET --type MOCK \
  --request-templates '{"application/json": "{\"statusCode\": 200}"}'
aws apigateway update-stage --rest-api-id API_ID --stage-name v1 \
  --patch-operations op=replace,path=/deploymentId,value="$deployment"
aws apigateway get-export --rest-api-id API_ID --stage-name v1 \
  --export-type oas30 --parameters extensions=integrations api/openapi.json
aws logs put-retention-policy --log-group-name /aws/lambda/f \
  --retention-in-days "$days"
aws cloudfront create-invalidation --distribution-id ID --paths '/*'
aws cloudfront wait invalidation-completed --distribution-id ID --id "$id"
aws dynamodb create-table --table-name chapters \
  --attribute-definitions AttributeName=id,AttributeType=N \
  --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
aws dynamodb batch-write-item --request-items file://data/items.json
aws s3api put-object --bucket example-data --key chapters.json \
  --body data/of-the-learner.json --content-type application/json
aws s3 cp - s3://example.com/index.html --content-type text/html <<'END'
<p>aws is no command here</p>
END
aws s3 sync website "s3://$bucket" --delete
aws s3 ls
aws iam create-role --role-name r --path /service-role/ \
  --assume-role-policy-document file://policies/of-the-learner.json
aws s3api put-object --bucket example.com …
aws apigateway put-integration --type MOCK --request-templates …
aws apigateway create-domain-name --domain-name d "$option" "$certificate" \
  --endpoint-configuration "types=$kind" --security-policy TLS_1_2
aws iam simulate-custom-policy --action-names s3:GetObject \
  --policy-input-list "$(cat policies/website-public-read.json)"
aws logs describe-log-streams --log-group-name g --descending --max-items 1
