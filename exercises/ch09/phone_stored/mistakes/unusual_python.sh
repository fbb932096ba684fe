# The function is written in Python, and sends whatever came under names that it knows.
# starts: solved
# verdict: done
# visitor: The number is kept.
# lesson: A list of what may be changed is short, and lets nothing else through.
# finding: holds | number
# finding: holds | name
cat >functions/put-account-info/index.py <<'CODE'
import json

import boto3

cognito = boto3.client("cognito-idp")


def handler(event, context):
    wanted = json.loads(event["body"])
    known = ["given_name", "phone_number"]
    cognito.update_user_attributes(
        AccessToken=event["headers"]["Authorization"],
        UserAttributes=[
            {"Name": name, "Value": wanted[name]} for name in known if name in wanted
        ],
    )
    return {
        "statusCode": 200,
        "headers": {"Access-Control-Allow-Origin": "*"},
        "body": json.dumps({}),
    }
CODE
aws lambda update-function-configuration --function-name put-account-info \
  --runtime python3.13
aws lambda wait function-updated-v2 --function-name put-account-info
put_code put-account-info index.py
