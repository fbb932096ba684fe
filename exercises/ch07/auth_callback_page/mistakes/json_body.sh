# The script sends JSON instead of a form.
# starts: solved
# verdict: not done
# visitor: After signing in, the page says that the visitor is not signed in: HTTP 400.
# lesson: OAuth is older than the fashion for JSON: it sends forms.
# finding: fails | exchanges
# says: a body in JSON
edit_script auth-callback.js 's|new URLSearchParams({|JSON.stringify({|'
