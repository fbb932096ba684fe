# The log-in link sends the hash of a verifier, and the script sends no verifier.
# starts: solved
# verdict: not done
# visitor: After signing in, the page says that the visitor is not signed in: HTTP 400.
# lesson: Whoever begins a log-in with a hash ends it with what was hashed.
# finding: holds | exchanges
# finding: fails | verifier
# says: index.html sends a code_challenge
edit_script auth-callback.js '/code_verifier/d'
