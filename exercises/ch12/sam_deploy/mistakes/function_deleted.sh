# The function was deleted by hand.
# starts: solved
# verdict: not done
# visitor: A call of the function answers that it is not found.
# lesson: What a stack has made is changed and deleted by the stack.
# finding: fails | ready
# says: deleted it by hand
aws lambda delete-function --function-name \
  "$(aws cloudformation list-stack-resources --stack-name hello-sam \
    --output text --query "StackResourceSummaries[?ResourceType==
      'AWS::Lambda::Function'].PhysicalResourceId")"
