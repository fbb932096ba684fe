# The function was called by hand, with a token of nobody.
# starts: before
# verdict: not done
# visitor: The answer is 500, and no mail comes.
# lesson: The log names the error that the answer keeps to itself.
# finding: fails | ran
# says: the last run ended with NotAuthorizedException
call_put_account_info nonsense '{"given_name": "Grace"}'
