# The script sends the ID token, and the method has a scope.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing; the API answers 401.
# lesson: A method with a scope takes the access token alone.
# finding: fails | token
# says: Send tokens.access_token
edit_script auth-callback.js 's|record(tokens.access_token)|record(tokens.id_token)|'
