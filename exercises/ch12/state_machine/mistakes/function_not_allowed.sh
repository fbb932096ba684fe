# A state invokes a function, and the role does not allow it.
# starts: solved
# verdict: not done
# visitor: Whoever starts it gets an execution that fails with Lambda.AWSLambdaException.
# lesson: What a state asks of another service, the role of the state machine must allow.
# finding: fails | role
# says: lambda:InvokeFunction
aws stepfunctions update-state-machine --state-machine-arn \
  arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting \
  --definition '{"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
    "Resource": "arn:{{ partition }}:states:::lambda:invoke",
    "Parameters": {"FunctionName": "get-chapters"}}}}'
