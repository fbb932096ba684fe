# The code gives the topic's name where its ARN is wanted.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes: the name is no ARN.
# lesson: A topic is addressed by its whole ARN.
# finding: fails | names_topic
# says: a topic named function-sns-send-email
sed -i 's/"arn:aws:sns:[^"]*"/"function-sns-send-email"/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
