# The topic keeps the order of its messages.
# starts: before
# verdict: not done
# visitor: No phone can be subscribed to it.
# lesson: A topic of the type FIFO sends to queues alone.
# finding: fails | topic
# says: the FIFO topic function-sns-send-text.fifo
aws sns create-topic --name function-sns-send-text.fifo \
  --attributes FifoTopic=true
