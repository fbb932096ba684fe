# The function is in Python, and lets every website read its answer.
# starts: solved
# verdict: done
# visitor: The API will answer with the list.
# lesson: What counts is the answer, not the language.
cat >functions/get-chapters/lambda_function.py <<'CODE'
"""Answers GET /chapters."""
import json

CHAPTERS = [{"id": 1, "title": "One", "description": "The first"}]


def lambda_handler(event, context):
    headers = {"Access-Control-Allow-Origin": "*"}
    return {"statusCode": 200, "headers": headers,
            "body": json.dumps(CHAPTERS)}
CODE
(cd functions/get-chapters &&
  python3 -m zipfile -c python.zip lambda_function.py)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/python.zip
aws lambda wait function-updated-v2 --function-name get-chapters
aws lambda update-function-configuration --function-name get-chapters \
  --runtime python3.13 --handler lambda_function.lambda_handler
aws lambda wait function-updated-v2 --function-name get-chapters
