# Instead of the number, the client may read whether it is verified.
# starts: solved
# verdict: not done
# visitor: The page never shows the phone number.
# lesson: phone_number_verified says yes or no, and phone_number is the number.
# finding: fails | number
# says: it may not read phone_number
update_client --read-attributes email given_name phone_number_verified \
  --write-attributes email given_name phone_number
