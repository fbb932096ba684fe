# The function of the account page is subscribed to the topic.
# starts: solved
# verdict: not done
# visitor: No mail comes: the wrong function is called.
# lesson: A subscription leads to exactly one function.
# finding: fails | subscribed
# says: function:put-account-info
aws sns unsubscribe --subscription-arn "$(subscription)"
aws sns subscribe --topic-arn "$(topic)" --protocol lambda \
  --notification-endpoint \
  arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:put-account-info
