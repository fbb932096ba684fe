# The function is written in Python, and the verb is PUT.
# starts: solved
# verdict: done
# visitor: Everything works for a page that sends PUT.
# lesson: What the function does counts, and neither its language nor the verb.
# finding: holds | method
# says: PUT /comments
# finding: holds | stores
cat >functions/put-comment/index.py <<'CODE'
import json
import uuid

import boto3

table = boto3.resource("dynamodb").Table("comments")


def handler(event, context):
    text = json.loads(event["body"])["comment"]
    table.put_item(Item={"id": str(uuid.uuid4()), "comment": text})
    return {
        "statusCode": 200,
        "headers": {"Access-Control-Allow-Origin": "https://{{ domain }}"},
        "body": json.dumps({}),
    }
CODE
(cd functions/put-comment && python3 -m zipfile -c function.zip index.py)
aws lambda update-function-configuration --function-name put-comment \
  --runtime python3.13
aws lambda wait function-updated-v2 --function-name put-comment
aws lambda update-function-code --function-name put-comment \
  --zip-file fileb://functions/put-comment/function.zip
aws lambda wait function-updated-v2 --function-name put-comment
mapfile -t own < <(resource /comments)
aws apigateway delete-method "${own[@]}" --http-method POST
aws apigateway put-method "${own[@]}" --http-method PUT \
  --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws apigateway put-integration "${own[@]}" --http-method PUT \
  --type AWS_PROXY --integration-http-method POST \
  --uri "$uri/functions/$function:put-comment/invocations"
aws apigateway put-integration-response "${own[@]}" \
  --http-method OPTIONS --status-code 200 --response-parameters '{
    "method.response.header.Access-Control-Allow-Origin": "'"'*'"'",
    "method.response.header.Access-Control-Allow-Methods": "'"'PUT,OPTIONS'"'",
    "method.response.header.Access-Control-Allow-Headers": "'"'Authorization,Content-Type'"'"}'
aws lambda remove-permission --function-name put-comment \
  --statement-id website-put-comment
aws lambda add-permission --function-name put-comment \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn \
  "arn:{{ partition }}:execute-api:{{ region }}:{{ account }}:$(rest_api)/*/PUT/comments"
deploy
