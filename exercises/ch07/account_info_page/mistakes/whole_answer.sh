# The script sends all that is kept instead of one token.
# starts: solved
# verdict: not done
# visitor: The page says that the visitor shall log in again.
# lesson: What is kept is JSON with three tokens in it.
# finding: fails | token
# says: with all that is kept
edit_script account/info.js \
  's|tokens.access_token|localStorage.getItem("jwt")|'
