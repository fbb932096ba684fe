# The code reads the number, checks it, and does not send it on.
# starts: solved
# verdict: not done
# visitor: The page says that it is saved, and the number is nowhere.
# lesson: What is not sent is not kept.
# finding: fails | number
# says: given_name
# finding: holds | name
sed -i '/Name: "phone_number"/d' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
