"""Has each new file below rcf/input/ scored by the forest trained last."""

import time
from urllib.parse import unquote_plus

import boto3
from botocore.exceptions import ClientError

BUCKET = "{{ data_bucket }}"
INPUT = "rcf/input/"
# Not below the folder of the input: results would start the function again.
OUTPUT = f"s3://{BUCKET}/rcf/output/scores"
PARAMETER = "/function-sagemaker-rcf/training"

sagemaker = boto3.client("sagemaker")
ssm = boto3.client("ssm")


def make_model(job, training):
    """Makes a model of what the training job left, unless there is one."""
    image = training["AlgorithmSpecification"]["TrainingImage"]
    data = training["ModelArtifacts"]["S3ModelArtifacts"]
    try:
        sagemaker.create_model(
            ModelName=job,
            ExecutionRoleArn=training["RoleArn"],
            PrimaryContainer={"Image": image, "ModelDataUrl": data},
        )
    except ClientError as error:
        if "already existing" not in str(error):
            raise


def score(key):
    answer = ssm.get_parameter(Name=PARAMETER)
    job = answer["Parameter"]["Value"]
    training = sagemaker.describe_training_job(TrainingJobName=job)
    status = training["TrainingJobStatus"]
    if status != "Completed":
        raise RuntimeError(f"the training job {job} is {status}")
    make_model(job, training)
    transform = f"{job}-{int(time.time())}"
    sagemaker.create_transform_job(
        TransformJobName=transform,
        ModelName=job,
        TransformInput={
            "DataSource": {
                "S3DataSource": {
                    "S3DataType": "S3Prefix",
                    "S3Uri": f"s3://{BUCKET}/{key}",
                }
            },
            "ContentType": "text/csv",
            "SplitType": "Line",
        },
        TransformOutput={
            "S3OutputPath": OUTPUT,
            "Accept": "application/jsonlines",
            "AssembleWith": "Line",
        },
        TransformResources={
            "InstanceType": "ml.m5.large",
            "InstanceCount": 1,
        },
    )
    print(f"started the transform job {transform}")


def lambda_handler(event, context):
    for record in event["Records"]:
        key = unquote_plus(record["s3"]["object"]["key"])
        if key.startswith(INPUT) and key.endswith(".csv"):
            score(key)
