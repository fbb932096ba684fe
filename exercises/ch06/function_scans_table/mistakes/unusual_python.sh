# The function is in Python, and turns the page of each scan.
# starts: solved
# verdict: done
# visitor: The page shows the list from the table.
# lesson: What counts is the answer, not the language.
cat >functions/get-chapters/app.py <<'CODE'
import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, context):
    items, start = [], {}
    while True:
        page = table.scan(**start)
        items += page["Items"]
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    return {"statusCode": 200, "body": json.dumps(items, default=int),
            "headers": {"Access-Control-Allow-Origin": "*"}}
CODE
(cd functions/get-chapters && python3 -m zipfile -c python.zip app.py)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/python.zip
aws lambda wait function-updated-v2 --function-name get-chapters
aws lambda update-function-configuration --function-name get-chapters \
  --runtime python3.13 --handler app.handler \
  --environment 'Variables={TABLE=chapters}'
aws lambda wait function-updated-v2 --function-name get-chapters
