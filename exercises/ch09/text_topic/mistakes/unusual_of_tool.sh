# A tool named the topic, and encrypts it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Tools add letters to names, so that they are unique.
# finding: holds | topic
# says: Website-SmsTopic-1A2B3C4D
aws sns create-topic --name Website-SmsTopic-1A2B3C4D \
  --attributes KmsMasterKeyId=alias/aws/sns --tags Key=tool,Value=website
