# The app client names no identity provider, as through the API by default.
# starts: solved
# verdict: not done
# visitor: The sign-in page says that no login methods are there.
# lesson: Even the users of the pool itself must be named as a provider: COGNITO.
# finding: fails | provider
# says: no identity provider
only_client "$(user_pool)" "${PAGES[@]:2}"
