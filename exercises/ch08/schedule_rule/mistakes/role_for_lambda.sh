# The schedule has the kind of role that functions have.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: Scheduler cannot take the role on.
# lesson: Who takes a role on stands in its trust policy, and here that is Scheduler.
# finding: fails | permission
# says: it is for lambda.amazonaws.com
no_rule
invoking_role lambda.amazonaws.com
schedule 'rate(1 day)' function:rule-analytics-auth-callback
