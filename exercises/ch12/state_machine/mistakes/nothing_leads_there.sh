# A state stands in the definition to which nothing leads. AWS refuses such a definition, and an emulator takes it.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the state is never reached.
# lesson: Each state but the first is named by another.
# finding: fails | definition
# says: nothing leads to Pause
definition=$(sed 's/"Next": "Pause"/"Next": "Done"/' state-machines/greeting.json)
aws stepfunctions update-state-machine --state-machine-arn \
  arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting \
  --definition "$definition"
