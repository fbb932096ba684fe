# The script sends the ID token, to a method that has a scope.
# starts: solved
# verdict: not done
# visitor: The page says that the visitor shall log in again.
# lesson: A method with a scope takes access tokens alone, and the function changes the name with an access token.
# finding: fails | token
# says: with the ID token
edit_script account/info.js 's|access_token|id_token|'
