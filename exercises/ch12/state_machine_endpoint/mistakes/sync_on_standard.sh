# The action waits for the end, which standard state machines do not allow.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets an error that says StateMachineTypeNotSupported.
# lesson: Only express state machines are started with StartSyncExecution.
# finding: fails | target
# says: StartSyncExecution, which standard state machines do not take
starts --uri arn:{{ partition }}:apigateway:{{ region }}:states:action/StartSyncExecution
