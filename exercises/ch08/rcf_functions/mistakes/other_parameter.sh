# The code keeps its parameter under a name that the policy is not about.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the training starts, and nothing remembers what it is called.
# lesson: A policy for a path of parameters is for that path alone.
# finding: holds | training_parameters
# finding: fails | training_role
# says: ssm:PutParameter
sed -i 's|"/function-sagemaker-rcf|"/forest|' \
  functions/sagemaker-rcf-run-training/lambda_function.py
(cd functions/sagemaker-rcf-run-training &&
  python3 -m zipfile -c function.zip lambda_function.py)
aws lambda update-function-code --function-name sagemaker-rcf-run-training \
  --zip-file fileb://functions/sagemaker-rcf-run-training/function.zip
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
