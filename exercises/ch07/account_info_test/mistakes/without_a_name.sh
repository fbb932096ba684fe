# The function was called with Test, whose event has neither a token nor a name.
# starts: before
# verdict: not done
# visitor: The function answers 400, and nobody has another name.
# lesson: A run without an error has not changed anything yet.
# finding: holds | ran
# finding: fails | changed
# says: no user was changed when it ran
new_user ada
sleep 7
call_put_account_info '' '{}'
