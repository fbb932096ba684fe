# The topic's ARN is a variable of the function.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: What differs from account to account may be kept out of the code.
# finding: holds | names_topic
sed -i 's/"arn:aws:sns:[^"]*"/process.env.TOPIC_ARN/' \
  functions/put-account-info/index.mjs
aws lambda update-function-configuration \
  --function-name put-account-info \
  --environment "Variables={TOPIC_ARN=$(topic)}"
aws lambda wait function-updated-v2 --function-name put-account-info
put_code put-account-info index.mjs
