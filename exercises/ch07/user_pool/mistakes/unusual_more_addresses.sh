# The app client also serves the learner's own machine, and lists attributes.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: Each list may hold more than the website needs.
update_client --allowed-o-auth-scopes email openid profile \
  aws.cognito.signin.user.admin \
  --callback-urls '["https://{{ domain }}/auth-callback.html",
    "http://localhost:8000/auth-callback.html"]' \
  --logout-urls '["https://{{ domain }}/logout.html",
    "http://localhost:8000/"]' \
  --read-attributes email email_verified given_name \
  --write-attributes email given_name
