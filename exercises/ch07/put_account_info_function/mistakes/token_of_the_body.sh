# The function looks for the token in the body, where no page puts it.
# starts: solved
# verdict: not done
# visitor: The account page will not change the name: the API will answer 500.
# lesson: The authorizer reads the header Authorization, and so the token is there.
# finding: holds | changes
# finding: fails | trial
sed -i 's/AccessToken: token/AccessToken: JSON.parse(event.body).token/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
