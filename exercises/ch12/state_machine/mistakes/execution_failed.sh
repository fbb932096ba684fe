# The only execution ended in a Fail state.
# starts: solved
# verdict: not done
# visitor: Whoever starts it gets an execution that fails.
# lesson: A definition that is taken may fail all the same: run it once.
# finding: fails | ran
# says: FAILED
machine=arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting
aws stepfunctions delete-state-machine --state-machine-arn "$machine"
aws stepfunctions create-state-machine --name greeting --definition \
  '{"StartAt": "No", "States": {"No": {"Type": "Fail", "Error": "NotYet"}}}' \
  --role-arn arn:{{ partition }}:iam::{{ account }}:role/state-machine-greeting
aws stepfunctions start-execution --state-machine-arn "$machine"
sleep 1
