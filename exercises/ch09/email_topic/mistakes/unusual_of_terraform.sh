# The topic has a display name and a tag, and keeps its messages under AWS's own key.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: All of the account who may use a topic may use the key alias/aws/sns, too.
# finding: holds | open
aws sns create-topic --name function-sns-send-email \
  --attributes DisplayName=Website,KmsMasterKeyId=alias/aws/sns \
  --tags Key=tool,Value=terraform
