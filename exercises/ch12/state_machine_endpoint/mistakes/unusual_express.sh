# An express state machine is started, and its end waited for.
# starts: solved
# verdict: done
# visitor: Whoever calls it gets the result.
# lesson: An express state machine may answer at once.
# finding: holds | target
# says: states:StartSyncExecution
aws stepfunctions create-state-machine --name quick --type EXPRESS \
  --definition file://state-machines/greeting.json \
  --role-arn arn:{{ partition }}:iam::{{ account }}:role/state-machine-greeting
aws iam put-role-policy --role-name api-start-execution \
  --policy-name api-start-execution --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "states:Start*", "Resource":
      "arn:{{ partition }}:states:*:{{ account }}:stateMachine:quick"}]}'
sed -i.old s/:greeting/:quick/ api/start-execution.json
rm api/start-execution.json.old
starts --uri arn:{{ partition }}:apigateway:{{ region }}:states:action/StartSyncExecution
