# The topic is of the other type, FIFO.
# starts: before
# verdict: not done
# visitor: No mail comes: Lambda cannot be subscribed to such a topic.
# lesson: A FIFO topic sends its messages to queues alone.
# finding: fails | topic
# says: the FIFO topic function-sns-send-email.fifo
aws sns create-topic --name function-sns-send-email.fifo \
  --attributes FifoTopic=true
