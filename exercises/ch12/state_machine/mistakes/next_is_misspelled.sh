# A state leads to one that is not there. AWS refuses such a definition, and an emulator takes it.
# starts: solved
# verdict: not done
# visitor: Whoever starts it gets an execution that fails.
# lesson: The names of states count letter by letter, and so do capital letters.
# finding: fails | definition
# says: Pause leads to done, and there is no such state
definition=$(sed 's/"Next": "Done"/"Next": "done"/' state-machines/greeting.json)
aws stepfunctions update-state-machine --state-machine-arn \
  arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting \
  --definition "$definition"
