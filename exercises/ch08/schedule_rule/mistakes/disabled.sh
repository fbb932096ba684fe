# The rule was disabled, to save something that costs nothing.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the file stays as it was yesterday.
# lesson: A rule that is disabled keeps its schedule and its target, and runs nothing.
# finding: fails | enabled
# says: the rule rule-analytics-auth-callback is disabled
# finding: holds | file
aws events disable-rule --name rule-analytics-auth-callback
