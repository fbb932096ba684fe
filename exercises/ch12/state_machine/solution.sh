# Makes a state machine with its role, and runs it once.
(
  # The role. It needs no policy, since no state asks another service.
  role=state-machine-greeting
  aws iam get-role --role-name $role >/dev/null 2>&1 ||
    aws iam create-role --role-name $role \
      --assume-role-policy-document file://policies/step-functions-trust.json
  aws iam update-assume-role-policy --role-name $role \
    --policy-document file://policies/step-functions-trust.json

  states=arn:{{ partition }}:states:{{ region }}:{{ account }}
  machine=${states}:stateMachine:greeting
  as=(--definition file://state-machines/greeting.json
    --role-arn "arn:{{ partition }}:iam::{{ account }}:role/$role")
  create() {
    aws stepfunctions create-state-machine --name greeting "${as[@]}"
  }
  if aws stepfunctions describe-state-machine \
    --state-machine-arn "$machine" >/dev/null 2>&1; then
    aws stepfunctions update-state-machine \
      --state-machine-arn "$machine" "${as[@]}"
  else
    # It takes some seconds until Step Functions may use a new role.
    for seconds in 3 5 10; do
      ! create || break
      sleep $seconds
    done
  fi

  # And once now, if it has not run yet. It ends within a few seconds.
  latest() {
    aws stepfunctions list-executions --state-machine-arn "$machine" \
      --query 'executions[0].status' --output text
  }
  if [[ $(latest) == None ]]; then
    aws stepfunctions start-execution --state-machine-arn "$machine" \
      --input file://state-machines/input.json
    for seconds in 1 1 2 3; do
      [[ $(latest) == RUNNING ]] || break
      sleep $seconds
    done
  fi
)
