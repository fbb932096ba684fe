# The script writes Bearer before the token, and says that it sends JSON.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: The authorizer takes a token with Bearer and without.
# finding: holds | sends
# finding: skipped | token
# says: it writes Bearer before the token
edit_script auth-callback.js \
  's|headers: { Authorization: token }|headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" }|'
