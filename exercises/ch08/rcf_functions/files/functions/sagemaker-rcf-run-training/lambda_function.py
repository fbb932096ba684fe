"""Has a random cut forest trained each time the file of sign-ins is written."""

import csv
import io
import os
import time
from collections import Counter
from datetime import datetime
from urllib.parse import unquote_plus

import boto3

BUCKET = "{{ data_bucket }}"
SIGN_INS = "analytics/auth-callback.csv"
TRAINING_DATA = "rcf/train/sign-ins.csv"
ROLE = "arn:{{ partition }}:iam::{{ account }}:role/sagemaker-rcf"
# A parameter whose name has a path begins with a slash.
PARAMETER = "/function-sagemaker-rcf/training"
HOUR = 60 * 60 * 1000
# In whose registry AWS keeps the algorithm: the page "Docker registry paths" of
# SageMaker's documentation has them, and other regions as well.
REGISTRIES = {
    "us-east-1": "382416733822",
    "us-east-2": "404615174143",
    "us-west-1": "632365934929",
    "us-west-2": "174872318107",
    "ca-central-1": "469771592824",
    "sa-east-1": "855470959533",
    "eu-central-1": "664544806723",
    "eu-north-1": "669576153137",
    "eu-west-1": "438346466558",
    "eu-west-2": "644912444149",
    "eu-west-3": "749696950732",
    "ap-northeast-1": "351501993468",
    "ap-northeast-2": "835164637446",
    "ap-south-1": "991648021394",
    "ap-southeast-1": "475088953585",
    "ap-southeast-2": "712309505854",
}

s3 = boto3.client("s3")
sagemaker = boto3.client("sagemaker")
ssm = boto3.client("ssm")


def milliseconds(cell):
    """The time that a cell of the file holds, or None."""
    if cell.isdigit():
        return int(cell)
    try:
        moment = datetime.fromisoformat(cell.replace("Z", "+00:00"))
    except ValueError:
        return None
    return int(moment.timestamp() * 1000)


def by_hour(text):
    """How many signed in, hour after hour; an hour without anybody counts."""
    hours = Counter()
    for row in csv.reader(io.StringIO(text)):
        times = [milliseconds(cell.strip()) for cell in row]
        times = [moment for moment in times if moment]
        if times:
            hours[times[0] // HOUR] += 1
    if not hours:
        return []
    return [hours[hour] for hour in range(min(hours), max(hours) + 1)]


def train():
    answer = s3.get_object(Bucket=BUCKET, Key=SIGN_INS)
    counts = by_hour(answer["Body"].read().decode())
    if not counts:
        print("the file holds no sign-in: nothing to train with")
        return
    # The algorithm takes numbers alone: one line for each hour, no heading.
    lines = "".join(f"{count}\n" for count in counts)
    s3.put_object(Bucket=BUCKET, Key=TRAINING_DATA, Body=lines.encode())

    region = os.environ["AWS_REGION"]
    registry = f"{REGISTRIES[region]}.dkr.ecr.{region}.amazonaws.com"
    job = f"rcf-{int(time.time())}"
    sagemaker.create_training_job(
        TrainingJobName=job,
        RoleArn=ROLE,
        AlgorithmSpecification={
            "TrainingImage": f"{registry}/randomcutforest:1",
            "TrainingInputMode": "File",
        },
        HyperParameters={
            "feature_dim": "1",
            "num_trees": "50",
            "num_samples_per_tree": "64",
        },
        InputDataConfig=[
            {
                "ChannelName": "train",
                "ContentType": "text/csv;label_size=0",
                "DataSource": {
                    "S3DataSource": {
                        "S3DataType": "S3Prefix",
                        "S3Uri": f"s3://{BUCKET}/{TRAINING_DATA}",
                        "S3DataDistributionType": "ShardedByS3Key",
                    }
                },
            }
        ],
        OutputDataConfig={"S3OutputPath": f"s3://{BUCKET}/rcf/output"},
        ResourceConfig={
            "InstanceType": "ml.m5.large",
            "InstanceCount": 1,
            "VolumeSizeInGB": 10,
        },
        StoppingCondition={"MaxRuntimeInSeconds": 900},
    )
    ssm.put_parameter(Name=PARAMETER, Value=job, Type="String", Overwrite=True)
    print(f"started the training job {job}")


def lambda_handler(event, context):
    keys = [unquote_plus(r["s3"]["object"]["key"]) for r in event["Records"]]
    if SIGN_INS in keys:
        train()
