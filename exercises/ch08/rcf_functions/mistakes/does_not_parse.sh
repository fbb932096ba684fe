# The code is no Python: a bracket is never closed.
# starts: solved
# verdict: cannot tell
# visitor: Nobody sees anything: Lambda cannot load the file.
# lesson: Run python3 -m py_compile before you deploy.
# finding: cannot tell | trains
sed -i 's|put_parameter(|put_parameter((|' \
  functions/sagemaker-rcf-run-training/lambda_function.py
(cd functions/sagemaker-rcf-run-training &&
  python3 -m zipfile -c function.zip lambda_function.py)
aws lambda update-function-code --function-name sagemaker-rcf-run-training \
  --zip-file fileb://functions/sagemaker-rcf-run-training/function.zip
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
