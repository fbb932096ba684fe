# The bucket calls the function for each new image, and no method does.
# starts: solved
# verdict: done
# visitor: The labels are in the log some seconds after an upload.
# lesson: There are several ways in, and each needs a permission.
# finding: holds | called
# says: new objects of {{ data_bucket }}
# finding: holds | on
# finding: holds | permitted
mapfile -t own < <(resource /labels)
aws apigateway delete-resource "${own[@]}"
deploy
aws lambda add-permission --function-name analyze-images \
  --statement-id bucket --action lambda:InvokeFunction \
  --principal s3.amazonaws.com --source-account {{ account }} \
  --source-arn arn:{{ partition }}:s3:::{{ data_bucket }}
aws s3api put-bucket-notification-configuration \
  --bucket {{ data_bucket }} --notification-configuration '{
    "LambdaFunctionConfigurations": [{
      "LambdaFunctionArn": "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:analyze-images",
      "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": [
        {"Name": "prefix", "Value": "images/"}]}}}]}'
cat >functions/analyze-images/index.mjs <<'CODE'
import { DetectLabelsCommand, RekognitionClient } from "@aws-sdk/client-rekognition";

const rekognition = new RekognitionClient();

export const handler = async (event) => {
  for (const { s3 } of event.Records) {
    const Name = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    const { Labels } = await rekognition.send(
      new DetectLabelsCommand({ Image: { S3Object: { Bucket: "{{ data_bucket }}", Name } } }),
    );
    console.log(Name, Labels);
  }
};
CODE
(cd functions/analyze-images && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name analyze-images \
  --zip-file fileb://functions/analyze-images/function.zip
aws lambda wait function-updated-v2 --function-name analyze-images
