# The topic was created in eu-west-1.
# starts: before
# verdict: not done
# visitor: No mail comes: the function publishes to a topic that is not there.
# lesson: A topic belongs to one region, which its ARN names.
# finding: fails | topic
# says: the topic function-sns-send-email in eu-west-1
aws sns create-topic --region eu-west-1 --name function-sns-send-email
