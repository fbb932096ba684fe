# The function runs each day, and fails: one of its parameters is gone.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the file stays without a line.
# lesson: A schedule that works says nothing of what it starts.
# finding: fails | file
# says: the last run ended with
echo timestamp |
  aws s3 cp - s3://{{ data_bucket }}/analytics/auth-callback.csv
aws ssm delete-parameter --name \
  /function-rule-analytics-auth-callback/next-start-iso-timestamp
aws lambda invoke --function-name rule-analytics-auth-callback answer.json
