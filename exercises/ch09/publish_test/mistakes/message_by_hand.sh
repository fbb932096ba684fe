# A message was published by hand, and its text is no token.
# starts: before
# verdict: not done
# visitor: No mail comes: Cognito does not know the token.
# lesson: What is published must be what the other side expects.
# finding: fails | told
# finding: fails | sent
# says: the last run ended with NotAuthorizedException
aws sns publish --topic-arn "$(topic)" --message hello
sleep 4
