# The statement in the function's policy is about a rule of another name.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the function is never started.
# lesson: The source ARN of the statement is that of the rule, letter by letter.
# finding: fails | permission
# says: rule/rule-analytics-auth-callback
only_rule_permission daily
