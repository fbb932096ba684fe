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
put_code sagemaker-rcf-run-training lambda_function.py
