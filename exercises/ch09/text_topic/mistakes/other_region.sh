# The topic was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: Nobody sees a difference.
# lesson: A topic belongs to one region, and a function asks in its own.
# finding: fails | topic
# says: function-sns-send-text in eu-west-1
aws sns create-topic --name function-sns-send-text --region eu-west-1
