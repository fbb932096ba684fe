# The state machine is in another region.
# starts: solved
# verdict: not done
# visitor: Nobody of {{ region }} can start it.
# lesson: A state machine stays in its region.
# finding: fails | machine
# says: the state machine greeting in eu-west-1
aws stepfunctions delete-state-machine --state-machine-arn \
  arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting
aws stepfunctions create-state-machine --name greeting --region eu-west-1 \
  --definition file://state-machines/greeting.json \
  --role-arn arn:{{ partition }}:iam::{{ account }}:role/state-machine-greeting
