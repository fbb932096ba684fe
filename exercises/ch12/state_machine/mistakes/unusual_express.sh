# The state machine is an express one, in JSONPath, and does things beside each other and again and again.
# starts: solved
# verdict: done
# visitor: Whoever starts it gets an execution.
# lesson: Executions of express state machines are in their log, and in no list.
# finding: holds | machine
# says: express
aws stepfunctions delete-state-machine --state-machine-arn \
  arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting
aws stepfunctions create-state-machine --name quick --type EXPRESS \
  --role-arn arn:{{ partition }}:iam::{{ account }}:role/state-machine-greeting \
  --definition '{"StartAt": "Both", "States": {
    "Both": {"Type": "Parallel", "Next": "Each", "Branches": [
      {"StartAt": "One", "States": {"One": {"Type": "Succeed"}}},
      {"StartAt": "Two", "States": {"Two": {"Type": "Pass", "End": true}}}]},
    "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Item",
      "States": {"Item": {"Type": "Pass", "ResultPath": "$.x", "End": true}}}}}}'
