# The ID token was sent, and the method takes the access token.
# starts: before
# verdict: not done
# visitor: The API answers 401 Unauthorized, and the function does not run.
# lesson: A method with a scope takes the access token.
# finding: fails | ran
# says: the function was never called
new_user ada
put_name "$(token_of ada IdToken)"
