# The code takes the id of the message for the message.
# starts: solved
# verdict: not done
# visitor: No mail comes: Cognito does not know the token.
# lesson: The text that was published is the record's Sns.Message.
# finding: holds | sends
# finding: fails | message
# says: Records of the event, and no Message
sed -i 's/record.Sns.Message/record.Sns.MessageId/' \
  functions/sns-send-email/index.mjs
put_code sns-send-email index.mjs
