# A tool made the state machine, under a name of its own.
# starts: solved
# verdict: done
# visitor: Whoever starts it gets an execution that succeeds.
# lesson: A state machine is found by what it does, and not by its name.
# finding: holds | machine
# says: SamGreeting
states=arn:{{ partition }}:states:{{ region }}:{{ account }}
aws stepfunctions delete-state-machine \
  --state-machine-arn "$states:stateMachine:greeting"
aws stepfunctions create-state-machine --name SamGreeting-7fXyZ \
  --definition file://state-machines/greeting.json \
  --role-arn arn:{{ partition }}:iam::{{ account }}:role/state-machine-greeting
aws stepfunctions start-execution --input file://state-machines/input.json \
  --state-machine-arn "$states:stateMachine:SamGreeting-7fXyZ"
until aws stepfunctions list-executions --query 'executions[0].status' \
  --state-machine-arn "$states:stateMachine:SamGreeting-7fXyZ" \
  --output text | grep -q SUCCEEDED; do
  sleep 1
  waited=$((${waited:-0} + 1))
  [ "$waited" -lt 15 ] || break
done
