# The code hands the bytes of the image on, and is written in Python.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What the function does counts, and neither its way nor its language.
# finding: holds | asks
# finding: holds | allowed
cat >functions/analyze-images/index.py <<'CODE'
import json

import boto3

s3 = boto3.client("s3")
rekognition = boto3.client("rekognition")


def handler(event, context):
    key = "images/" + event["queryStringParameters"]["id"]
    image = s3.get_object(Bucket="{{ data_bucket }}", Key=key)["Body"].read()
    found = rekognition.detect_labels(Image={"Bytes": image}, MaxLabels=5)
    return {
        "statusCode": 200,
        "headers": {"Access-Control-Allow-Origin": "https://{{ domain }}"},
        "body": json.dumps({"labels": [one["Name"] for one in found["Labels"]]}),
    }
CODE
(cd functions/analyze-images && python3 -m zipfile -c function.zip index.py)
aws lambda update-function-configuration \
  --function-name analyze-images --runtime python3.13
aws lambda wait function-updated-v2 --function-name analyze-images
aws lambda update-function-code --function-name analyze-images \
  --zip-file fileb://functions/analyze-images/function.zip
aws lambda wait function-updated-v2 --function-name analyze-images
