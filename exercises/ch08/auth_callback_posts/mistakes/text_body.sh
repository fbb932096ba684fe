# The script sends a text, for which the method has no mapping template.
# starts: solved
# verdict: not done
# visitor: The API answers 200 with an error of DynamoDB's in it, and nothing is written down.
# lesson: API Gateway chooses the mapping template by the type of the body.
# finding: holds | headers
# finding: fails | content_type
# says: text/plain
edit_script auth-callback.js \
  's|headers: { Authorization: token },|&\n      body: JSON.stringify({ dataType: "auth-callback" }),|'
