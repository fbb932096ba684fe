# The script sends the refresh token.
# starts: solved
# verdict: not done
# visitor: The page says that the visitor shall log in again.
# lesson: Each token is for somebody: the refresh token for Cognito alone.
# finding: fails | token
# says: with the refresh token
edit_script account/info.js 's|access_token|refresh_token|'
