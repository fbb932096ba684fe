# The function writes its log as JSON, into a log group of another name.
# starts: solved
# verdict: done
# visitor: The account page changes the name.
# lesson: The function's settings say where its log goes, and in which form.
# finding: holds | ran
# says: 1 of the last 1 runs
group=/website/functions
aws logs create-log-group --log-group-name $group
aws logs create-log-stream --log-group-name $group --log-stream-name today
aws lambda update-function-configuration \
  --function-name put-account-info \
  --logging-config LogFormat=JSON,LogGroup=$group
aws lambda wait function-updated-v2 --function-name put-account-info
new_user grace
sleep 2
now=$(date +%s)000
aws logs put-log-events --log-group-name $group --log-stream-name today \
  --log-events '[
    {"timestamp": '"$now"', "message": "{\"type\": \"platform.start\"}"},
    {"timestamp": '"$now"', "message":
      "{\"type\": \"platform.report\", \"record\": {\"status\": \"success\"}}"}]'
aws cognito-idp admin-update-user-attributes \
  --user-pool-id "$(user_pool)" --username grace@{{ domain }} \
  --user-attributes Name=given_name,Value=Hopper
