# The topic is named as the function will be.
# starts: before
# verdict: not done
# visitor: No mail comes: the function publishes to a topic that is not there.
# lesson: A topic is found by its whole name.
# finding: fails | topic
# says: the topic sns-send-email
aws sns create-topic --name sns-send-email
