# Creates the REST API, without resources or methods yet.
api=$(aws apigateway get-rest-apis --output text \
  --query "items[?name=='website'].id | [0]")

# API Gateway takes a name twice: a second API would cost a later search.
if [[ $api == None ]]; then
  api=$(aws apigateway create-rest-api --name website \
    --endpoint-configuration types=REGIONAL --query id --output text)
fi
echo "the REST API website has the id $api"
