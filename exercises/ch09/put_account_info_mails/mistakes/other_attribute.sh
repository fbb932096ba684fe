# The code looks for the address under a name that Cognito does not have.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes.
# lesson: Look into the answer of a service before you use it: an attribute that is missing is no error.
# finding: holds | sends
# finding: fails | trial
# says: SES got nothing to send
sed -i 's/Name === "email"/Name === "e-mail"/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
