# A schedule calls Lambda's API itself, and names the function in what it sends.
# starts: solved
# verdict: done
# visitor: The file grows each day.
# lesson: Scheduler can call nearly every operation of AWS by a universal target.
# finding: holds | schedule
no_rule
invoking_role scheduler.amazonaws.com
aws scheduler create-schedule --name sign-ins \
  --schedule-expression 'rate(12 hours)' \
  --flexible-time-window Mode=FLEXIBLE,MaximumWindowInMinutes=15 --target '{
    "Arn": "arn:{{ partition }}:scheduler:::aws-sdk:lambda:invoke",
    "RoleArn": "arn:{{ partition }}:iam::{{ account }}:role/run-sign-ins",
    "Input": "{\"FunctionName\": \"rule-analytics-auth-callback\"}"}'
