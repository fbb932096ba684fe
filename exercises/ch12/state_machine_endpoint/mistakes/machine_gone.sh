# The state machine was deleted.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets an error that says StateMachineDoesNotExist.
# lesson: A template names a thing, and does not keep it.
# finding: fails | machine
# says: which is not there
aws stepfunctions delete-state-machine --state-machine-arn \
  arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting
