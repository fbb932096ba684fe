# The rule was made with the CLI, without the statement that the console adds.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: EventBridge is refused each day, and says so nowhere.
# lesson: A rule needs leave from the function that it invokes.
# finding: fails | permission
# says: no statement that lets this rule in
# finding: holds | next_run
aws lambda remove-permission \
  --function-name rule-analytics-auth-callback --statement-id schedule
