# The role may start another state machine alone.
# starts: solved
# verdict: not done
# visitor: Whoever calls it gets an error that says AccessDeniedException.
# lesson: The policy names the state machine by its whole ARN.
# finding: fails | role
# says: states:StartExecution
aws iam put-role-policy --role-name api-start-execution \
  --policy-name api-start-execution --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "states:StartExecution", "Resource":
      "arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:hello"}]}'
