# The function was deleted, and the layer is left.
# starts: solved
# verdict: not done
# visitor: Nobody can call the function any more.
# lesson: A layer is no function: something must use it.
# finding: fails | function
aws lambda delete-function --function-name layer-example
