# The function has the code that the console puts into every new one.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and no training ever starts.
# lesson: The code in the editor runs once it is deployed, and not before.
# finding: fails | trains
# says: nothing that asks SageMaker
# finding: skipped | training_parameters
cat >functions/sagemaker-rcf-run-training/lambda_function.py <<'CODE'
import json

def lambda_handler(event, context):
    return {
        'statusCode': 200,
        'body': json.dumps('Hello from Lambda!')
    }
CODE
(cd functions/sagemaker-rcf-run-training &&
  python3 -m zipfile -c function.zip lambda_function.py)
aws lambda update-function-code --function-name sagemaker-rcf-run-training \
  --zip-file fileb://functions/sagemaker-rcf-run-training/function.zip
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
