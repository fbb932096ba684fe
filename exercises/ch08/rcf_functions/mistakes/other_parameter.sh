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
put_code sagemaker-rcf-run-training lambda_function.py
