# Another state machine is beside it, whose definition is broken.
# starts: solved
# verdict: done
# visitor: Whoever starts the right one gets an execution that succeeds.
# lesson: One state machine that is right is enough.
# finding: holds | machine
# says: greeting
aws stepfunctions create-state-machine --name a-first-try \
  --role-arn arn:{{ partition }}:iam::{{ account }}:role/state-machine-greeting \
  --definition '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}'
