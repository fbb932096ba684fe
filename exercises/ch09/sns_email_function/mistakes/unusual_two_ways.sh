# A mailbox is subscribed as well, and the filter asks that an attribute be absent.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: A message without attributes fits a filter that wants none.
# finding: holds | filter
aws sns subscribe --topic-arn "$(topic)" --protocol email \
  --notification-endpoint ada@{{ domain }}
aws sns set-subscription-attributes --subscription-arn "$(subscription)" \
  --attribute-name FilterPolicy \
  --attribute-value '{"test": [{"exists": false}]}'
