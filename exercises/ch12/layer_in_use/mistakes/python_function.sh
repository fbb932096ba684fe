# The function is of Python, and the layer of Node.js.
# starts: solved
# verdict: not done
# visitor: The function answers an error: it cannot import the module.
# lesson: Python does not look into the folder nodejs.
# finding: fails | fits
# says: a module in the folder python
aws lambda update-function-configuration --function-name layer-example \
  --runtime python3.13
aws lambda wait function-updated-v2 --function-name layer-example
