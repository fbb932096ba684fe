# The attribute is spelled as the page might spell it, and not as the pool does.
# starts: solved
# verdict: not done
# visitor: Saving a number answers 500.
# lesson: Cognito knows phone_number, and none that is spelled otherwise.
# finding: fails | number
# says: phoneNumber
sed -i 's/Name: "phone_number"/Name: "phoneNumber"/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
