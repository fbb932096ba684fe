# It worked, and somebody tried it with a token of nobody afterwards.
# starts: solved
# verdict: done
# visitor: The name is changed, and mail comes.
# lesson: One run that fails takes nothing from one that did not.
# finding: holds | ran
# says: The last run ended with NotAuthorizedException
call_put_account_info nonsense '{"given_name": "Grace"}'
