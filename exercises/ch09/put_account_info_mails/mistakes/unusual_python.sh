# The function is written in Python, and the sender has a name before the address.
# starts: solved
# verdict: done
# visitor: The name is changed, and mail comes.
# lesson: What the function does counts, and not its language.
# finding: holds | sends
# says: send_email
# finding: holds | sender
cat >functions/put-account-info/index.py <<'CODE'
import json

import boto3

cognito = boto3.client("cognito-idp")
ses = boto3.client("sesv2")


def handler(event, context):
    token = event["headers"]["Authorization"]
    name = json.loads(event["body"])["given_name"]
    cognito.update_user_attributes(
        AccessToken=token,
        UserAttributes=[{"Name": "given_name", "Value": name}],
    )
    user = cognito.get_user(AccessToken=token)
    known = {one["Name"]: one["Value"] for one in user["UserAttributes"]}
    ses.send_email(
        FromEmailAddress="Website <no-reply@{{ domain }}>",
        Destination={"ToAddresses": [known["email"]]},
        Content={
            "Simple": {
                "Subject": {"Data": "Changed"},
                "Body": {"Text": {"Data": "Your name was changed."}},
            }
        },
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
