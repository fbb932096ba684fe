# A method of the API calls it, and no stream does.
# starts: solved
# verdict: done
# visitor: Whoever has signed in gets an answer at once.
# lesson: There are several ways in, and each needs a permission.
# finding: holds | called
# says: POST /sentiment
# finding: holds | permitted
# finding: holds | through
for id in $(aws lambda list-event-source-mappings --function-name analyze-comments \
  --query 'EventSourceMappings[].UUID' --output text); do
  aws lambda delete-event-source-mapping --uuid "$id"
done
api=$(rest_api)
root=$(aws apigateway get-resources --rest-api-id "$api" \
  --query "items[?path=='/'].id | [0]" --output text)
aws apigateway create-resource --rest-api-id "$api" \
  --parent-id "$root" --path-part sentiment
mapfile -t own < <(resource /sentiment)
aws apigateway put-method "${own[@]}" --http-method POST \
  --authorizer-id "$(authorizer)" \
  --authorization-type COGNITO_USER_POOLS \
  --authorization-scopes aws.cognito.signin.user.admin
uri=arn:{{ partition }}:apigateway:{{ region }}:lambda:path/2015-03-31
function=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function
aws apigateway put-integration "${own[@]}" --http-method POST \
  --type AWS_PROXY --integration-http-method POST \
  --uri "$uri/functions/$function:analyze-comments/invocations"
aws lambda add-permission --function-name analyze-comments \
  --statement-id again --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn \
  "arn:{{ partition }}:execute-api:{{ region }}:{{ account }}:$api/*/POST/sentiment"
deploy
cat >functions/analyze-comments/index.mjs <<'CODE'
import { ComprehendClient, DetectSentimentCommand } from "@aws-sdk/client-comprehend";

const comprehend = new ComprehendClient();

export const handler = async (event) => {
  const Text = JSON.parse(event.body).comment;
  const found = await comprehend.send(
    new DetectSentimentCommand({ LanguageCode: "en", Text }),
  );
  return { statusCode: 200, body: JSON.stringify(found) };
};
CODE
(cd functions/analyze-comments && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name analyze-comments \
  --zip-file fileb://functions/analyze-comments/function.zip
aws lambda wait function-updated-v2 --function-name analyze-comments
