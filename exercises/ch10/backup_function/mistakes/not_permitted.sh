# The rule was made with the CLI, without the statement that the console adds.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: EventBridge is refused each night.
# lesson: A rule needs leave from the function that it invokes.
# finding: holds | next_run
# finding: fails | permission
aws lambda remove-permission --function-name backup-tables \
  --statement-id schedule
