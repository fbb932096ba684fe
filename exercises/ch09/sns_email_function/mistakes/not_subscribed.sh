# The function is there, and nobody has subscribed it.
# starts: solved
# verdict: not done
# visitor: No mail comes: the topic sends its messages to nobody.
# lesson: A topic takes messages although nobody gets them.
# finding: fails | subscribed
# says: nobody has subscribed
aws sns unsubscribe --subscription-arn "$(subscription)"
