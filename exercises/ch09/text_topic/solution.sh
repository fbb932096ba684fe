# Creates a topic for text messages, beside that for e-mail.
aws sns create-topic --name function-sns-send-text \
  --attributes DisplayName=Website
