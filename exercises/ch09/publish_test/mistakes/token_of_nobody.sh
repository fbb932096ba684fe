# The function was called itself, with a token that Cognito does not know.
# starts: before
# verdict: not done
# visitor: The function answers 500, and no mail comes.
# lesson: The log tells what the answer does not.
# finding: fails | told
# says: the last run ended with NotAuthorizedException
# finding: fails | sent
call_put_account_info nonsense '{"given_name": "Grace"}'
