# The function is subscribed, and nobody has let the topic in.
# starts: solved
# verdict: not done
# visitor: No mail comes, and the function has no log of it.
# lesson: A subscription does not allow the call: the function's own policy does.
# finding: holds | subscribed
# finding: fails | permission
aws lambda remove-permission --function-name sns-send-email \
  --statement-id topic
