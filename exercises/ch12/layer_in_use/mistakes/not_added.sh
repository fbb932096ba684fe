# The function was made, and the layer not added to it.
# starts: solved
# verdict: not done
# visitor: The function answers an error: Cannot find package 'chapters-text'.
# lesson: A layer does nothing until a function names it.
# finding: fails | function
aws lambda update-function-configuration --function-name layer-example --layers '[]'
aws lambda wait function-updated-v2 --function-name layer-example
