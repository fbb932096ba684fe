# The package holds the folder, and not the file.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Lambda finds no handler.
# lesson: The file lies at the top of the package.
# finding: fails | inference_handler
# says: The package holds the folder
(cd functions &&
  python3 -m zipfile -c folder.zip sagemaker-rcf-run-inference)
aws lambda update-function-code --function-name sagemaker-rcf-run-inference \
  --zip-file fileb://functions/folder.zip
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-inference
