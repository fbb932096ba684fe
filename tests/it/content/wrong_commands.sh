# Commands that the CLI refuses, each for a reason of its own; never run.
aws s4 ls
aws s3 copy a s3://b
aws s3 cp a b
aws s3 cp a s3://b --contenttype text/html
aws s3api put-objekt --bucket b
aws s3api put-object --bucket b
aws s3api put-object --bucke b --key k
aws acm request-certificate --domain-name example.com --validation-method DSN
aws s3api put-public-access-block --bucket b --public-access-block-configuration BlockPublicAcl=true
aws route53 change-resource-record-sets --hosted-zone-id Z --change-batch '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {"Nam": "x", "Type": "A"}}]}'
aws route53 change-resource-record-sets --hosted-zone-id Z --change-batch '{"Changes": ['
aws route53 change-resource-record-sets --hosted-zone-id "$Z" --change-batch "{\"Changes\": [{\"Action\": \"UPSERTT\", \"ResourceRecordSet\": {\"Name\": \"$X\", \"Type\": \"A\"}}]}"
aws iam list-users --query 'Users[?'
aws lambda create-function --function-name f \
  --runtime nodejs24.x --role "$ROLE" --handler index.handler \
  --zip-file fileb://function.zip --architectures arm65
aws lambda update-function-configuration --function-name f --timeout ten
aws apigateway put-integration --rest-api-id "$API" --resource-id "$R" --http-method GET --type MOK
aws apigateway put-method --rest-api-id "$API" --resource-id "$R" --http-method GET
aws cloudfront create-invalidation --distribution-id ID --path '/*'
aws cloudfront wait distribution-deployd --id x
aws dynamodb create-table --table-name t --attribute-definitions AttributeName=id,AttributeType=Number --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST
aws dynamodb put-item --table-name t --item '{"id": {"N": "1"}, "x": {"Q": "y"}}'
aws iam create-policy --policy-name p --policy-document '{"Version": }'
aws login --remot
aws sts get-caller-identity --out text
aws apigateway create-domain-name --domain-name d --endpoint-configuration types=REGION --regional-certificate-arn ARN --security-policy TLS_1_2
aws apigateway get-export --rest-api-id A --stage-name v1 --export-type oas30
aws iam list-users --query
aws sts
for a in $(aws s3api list-bucketss); do x=$(aws s3api head-objct --bucket b | grep "$(aws foo)"); done
aws lambda update-function-code --function-name f --zip-file file://f.zip
aws iam simulate-custom-policy --action-names s3:GetObject \
  --policy-input-list file://policies/website-public-read.json
aws logs tail /aws/lambda/get-chapters
aws lambda invoke --function-name f out.json --cli-binary-format raw-in-base64-out --payload '{}'
