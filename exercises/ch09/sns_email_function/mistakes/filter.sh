# The subscription lets messages with an attribute through alone.
# starts: solved
# verdict: not done
# visitor: No mail comes: the topic drops the message.
# lesson: A filter policy drops without a word what does not fit.
# finding: holds | subscribed
# finding: fails | filter
# says: messages with the attribute event alone
aws sns set-subscription-attributes --subscription-arn "$(subscription)" \
  --attribute-name FilterPolicy --attribute-value '{"event": ["changed"]}'
