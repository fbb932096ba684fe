# The code is no Python: a bracket is never closed.
# starts: solved
# verdict: cannot tell
# visitor: Nobody sees anything: Lambda cannot load the file.
# lesson: Run python3 -m py_compile before you deploy.
# finding: cannot tell | trains
sed -i 's|put_parameter(|put_parameter((|' \
  functions/sagemaker-rcf-run-training/lambda_function.py
put_code sagemaker-rcf-run-training lambda_function.py
