# The rule runs once a week.
# starts: solved
# verdict: done
# visitor: The file grows each week.
# lesson: How often is a choice, and the file is as old as it says.
# finding: holds | next_run
aws events put-rule --name rule-analytics-auth-callback \
  --schedule-expression 'rate(7 days)'
