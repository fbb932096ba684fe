# The function is written in Python, catches its errors, and asks SES by the first version of its API.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: What the function does counts, and not its language.
# finding: holds | sends
cat >functions/sns-send-email/index.py <<'CODE'
import boto3

cognito = boto3.client("cognito-idp")
ses = boto3.client("ses")


def handler(event, context):
    for record in event["Records"]:
        try:
            user = cognito.get_user(AccessToken=record["Sns"]["Message"])
            known = {one["Name"]: one["Value"] for one in user["UserAttributes"]}
            ses.send_email(
                Source="website@{{ domain }}",
                Destination={"ToAddresses": [known["email"]]},
                Message={
                    "Subject": {"Data": "Your name was changed"},
                    "Body": {"Text": {"Data": "Somebody changed it."}},
                },
            )
        except Exception as error:
            print(type(error).__name__, error, sep=": ")
CODE
aws lambda update-function-configuration --function-name sns-send-email \
  --runtime python3.13
aws lambda wait function-updated-v2 --function-name sns-send-email
put_code sns-send-email index.py
