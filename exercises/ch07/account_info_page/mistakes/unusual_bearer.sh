# The script writes Bearer before the token, as other APIs want it.
# starts: solved
# verdict: done
# visitor: Everything works if the function takes the word off, as that of the starter files does.
# lesson: The authorizer takes a token with Bearer and without.
# finding: holds | sends
# finding: skipped | token
# says: it writes Bearer before the token
edit_script account/info.js \
  's|tokens.access_token|`Bearer ${tokens.access_token}`|'
