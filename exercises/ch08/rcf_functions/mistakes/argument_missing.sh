# The code calls a function of its own without an argument that it needs.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: each run ends with a TypeError.
# lesson: Python finds out only when the call is made.
# finding: fails | infers
# says: make_model is called without the argument training
sed -i 's|make_model(job, training)$|make_model(job)|' \
  functions/sagemaker-rcf-run-inference/lambda_function.py
put_code sagemaker-rcf-run-inference lambda_function.py
