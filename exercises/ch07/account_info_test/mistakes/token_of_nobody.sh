# The function was called itself, with a token that Cognito does not know.
# starts: before
# verdict: not done
# visitor: The function answers 500.
# lesson: The log tells what the answer does not.
# finding: fails | ran
# says: the last run ended with NotAuthorizedException
new_user ada
call_put_account_info nonsense '{"given_name": "Grace"}'
