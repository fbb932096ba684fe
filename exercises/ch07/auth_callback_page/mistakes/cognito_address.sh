# The script asks at the name that Cognito gives a user pool.
# starts: solved
# verdict: not done
# visitor: After signing in, the page says that the visitor is not signed in.
# lesson: A pool with a domain of its own is asked at that domain.
# finding: fails | exchanges
# says: yours has a domain of its own
edit_script auth-callback.js \
  's|{{ auth_domain }}|website.auth.us-east-1.amazoncognito.com|'
