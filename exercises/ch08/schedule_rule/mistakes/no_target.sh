# The rule has a schedule, and nothing that it would start.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the rule runs each day, and does nothing.
# lesson: When is one half of a schedule, and what is the other.
# finding: fails | schedule
# says: the rule rule-analytics-auth-callback, which leads to nothing
aws events remove-targets --rule rule-analytics-auth-callback --ids function
