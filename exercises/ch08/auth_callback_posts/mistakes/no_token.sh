# The script sends no token.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing; the API answers 401.
# lesson: The API knows callers by what they send, and not by the page.
# finding: holds | sends
# finding: fails | token
# says: no header Authorization
edit_script auth-callback.js '/Authorization: token/d'
