# The script sends no token.
# starts: solved
# verdict: not done
# visitor: The page says that the visitor shall log in again.
# lesson: The API knows callers by what they send, and not by the page.
# finding: holds | sends
# finding: fails | token
# says: no header Authorization
edit_script account/info.js '/Authorization/d'
