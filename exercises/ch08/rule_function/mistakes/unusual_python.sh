# The function is written in Python, and does one interval at a time.
# starts: solved
# verdict: done
# visitor: The file comes.
# lesson: What the function does counts, and not its language.
# finding: holds | takes
# finding: holds | file
cat >functions/rule-analytics-auth-callback/index.py <<'CODE'
from datetime import datetime, timedelta, timezone

import boto3
from boto3.dynamodb.conditions import Key

FOLDER = "/function-rule-analytics-auth-callback/"
BUCKET = "{{ data_bucket }}"
FILE = "analytics/auth-callback.csv"
ssm = boto3.client("ssm")
s3 = boto3.client("s3")
table = boto3.resource("dynamodb").Table("analytics")


def read(name):
    return ssm.get_parameters(Names=[FOLDER + name])["Parameters"][0]["Value"]


def handler(event, context):
    start = datetime.fromisoformat(read("next-start-iso-timestamp").replace("Z", "+00:00"))
    length = timedelta(milliseconds=int(read("interval-milliseconds")))
    end = start + length
    if end > datetime.now(timezone.utc):
        return
    between = Key("timestamp").between(int(start.timestamp() * 1000), int(end.timestamp() * 1000) - 1)
    query = {"KeyConditionExpression": Key("dataType").eq("auth-callback") & between}
    answer = table.query(**query)
    items = answer["Items"]
    while "LastEvaluatedKey" in answer:
        answer = table.query(ExclusiveStartKey=answer["LastEvaluatedKey"], **query)
        items += answer["Items"]
    text = s3.get_object(Bucket=BUCKET, Key=FILE)["Body"].read().decode()
    text += "".join(f"{item['timestamp']},,\n" for item in items)
    s3.put_object(Bucket=BUCKET, Key=FILE, Body=text.encode())
    ssm.put_parameter(
        Name="/function-rule-analytics-auth-callback/next-start-iso-timestamp",
        Value=end.isoformat(), Overwrite=True)
CODE
aws lambda update-function-configuration \
  --function-name rule-analytics-auth-callback --runtime python3.13
aws lambda wait function-updated-v2 \
  --function-name rule-analytics-auth-callback
put_code rule-analytics-auth-callback index.py
