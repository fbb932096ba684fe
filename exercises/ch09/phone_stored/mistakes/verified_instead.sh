# The code sets whether the number is verified, and no number.
# starts: solved
# verdict: not done
# visitor: Saving a number answers 500: no user may write that.
# lesson: phone_number_verified says yes or no, and phone_number is the number.
# finding: fails | number
# says: phone_number_verified
sed -i 's/Name: "phone_number"/Name: "phone_number_verified"/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
