# The script names another address than the log-in link.
# starts: solved
# verdict: not done
# visitor: After signing in, the page says that the visitor is not signed in: HTTP 400.
# lesson: Both requests of one log-in name the same address.
# finding: fails | exchanges
# says: redirect_uri=https://{{ domain }}/index.html
edit_script auth-callback.js \
  's|{{ domain }}/auth-callback.html|{{ domain }}/index.html|'
