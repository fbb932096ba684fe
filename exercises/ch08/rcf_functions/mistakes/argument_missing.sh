# The code calls a function of its own without an argument that it needs.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: each run ends with a TypeError.
# lesson: Python finds out only when the call is made.
# finding: fails | infers
# says: make_model is called without the argument training
sed -i 's|make_model(job, training)$|make_model(job)|' \
  functions/sagemaker-rcf-run-inference/lambda_function.py
(cd functions/sagemaker-rcf-run-inference &&
  python3 -m zipfile -c function.zip lambda_function.py)
aws lambda update-function-code --function-name sagemaker-rcf-run-inference \
  --zip-file fileb://functions/sagemaker-rcf-run-inference/function.zip
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-inference
