# The script has the access token revoked, of which Cognito knows nothing.
# starts: solved
# verdict: not done
# visitor: After signing out, the page says that Cognito did not revoke the tokens.
# lesson: Revoking the refresh token revokes all that came of it.
# finding: fails | revokes
# says: token, with the access_token
edit_script logout.js 's|refresh_token|access_token|'
