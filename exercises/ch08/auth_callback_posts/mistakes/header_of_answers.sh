# The script sends a header that is for answers.
# starts: solved
# verdict: not done
# visitor: The console shows a CORS error, and nothing is written down.
# lesson: Browsers ask the API about each header of a page's own, and this one is the API's.
# finding: holds | token
# finding: fails | headers
# says: Access-Control-Allow-Origin
edit_script auth-callback.js \
  's|{ Authorization: token }|{ Authorization: token, "Access-Control-Allow-Origin": "*" }|'
