# The app client was made for a traditional web application: it has a secret.
# starts: solved
# verdict: not done
# visitor: After signing in, the page stays empty: Cognito answers invalid_client where it should give tokens.
# lesson: A page in a browser cannot keep a secret, so its app client must not have one.
# finding: fails | public
# says: it has a client secret
# finding: holds | callback
only_client "$(user_pool)" --generate-secret "${PAGES[@]}"
