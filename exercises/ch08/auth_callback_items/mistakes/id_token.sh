# The ID token was sent, and the method takes the access token.
# starts: before
# verdict: not done
# visitor: The API answers 401 Unauthorized, and nothing is written down.
# lesson: A method with a scope takes the access token.
# finding: fails | item
new_user ada
post_callback "$(token_of ada IdToken)"
