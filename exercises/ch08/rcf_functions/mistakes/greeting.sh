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
put_code sagemaker-rcf-run-training lambda_function.py
