# The inference function asks an endpoint that stands ready.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: An endpoint answers at once, and is paid by the hour as long as it is there.
# finding: holds | infers
# says: invoke_endpoint
# finding: skipped | inference_parameters
aws iam put-role-policy --policy-name endpoint \
  --role-name function-sagemaker-rcf-run-inference \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "sagemaker:InvokeEndpoint",
    "Resource": "arn:{{ partition }}:sagemaker:{{ region }}:{{ account }}:endpoint/forest"}]}'
cat >functions/sagemaker-rcf-run-inference/lambda_function.py <<'CODE'
import boto3

runtime = boto3.client("sagemaker-runtime")


def lambda_handler(event, context):
    answer = runtime.invoke_endpoint(
        EndpointName="forest", ContentType="text/csv", Body="3"
    )
    print(answer["Body"].read().decode())
CODE
put_code sagemaker-rcf-run-inference lambda_function.py
