# The topic has another kind of name, and a phone is subscribed to it.
# starts: before
# verdict: done
# visitor: The phone gets what is published.
# lesson: Who is subscribed says what a topic is for.
# finding: holds | topic
# says: :news
topic=$(aws sns create-topic --name news --query TopicArn --output text)
aws sns subscribe --topic-arn "$topic" --protocol sms \
  --notification-endpoint +12065550100
