# The function was deleted by hand.
# starts: solved
# verdict: not done
# visitor: A call of the function answers that it is not found.
# lesson: What a stack has made is changed and deleted by the stack.
# finding: fails | ready
# says: deleted it by hand
aws lambda delete-function --function-name hello-world
