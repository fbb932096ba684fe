# The parameters have a path in their names, and no slash before it.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the training starts, and the function ends with an error of Parameter Store.
# lesson: A parameter's name that has a path begins with a slash.
# finding: holds | trains
# finding: fails | training_parameters
# says: function-sagemaker-rcf/training
sed -i 's|"/function-sagemaker-rcf|"function-sagemaker-rcf|' \
  functions/sagemaker-rcf-run-training/lambda_function.py
(cd functions/sagemaker-rcf-run-training &&
  python3 -m zipfile -c function.zip lambda_function.py)
aws lambda update-function-code --function-name sagemaker-rcf-run-training \
  --zip-file fileb://functions/sagemaker-rcf-run-training/function.zip
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
