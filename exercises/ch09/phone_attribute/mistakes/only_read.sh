# The app client may read the phone number, and not write it.
# starts: solved
# verdict: not done
# visitor: Saving a phone number answers 500; the log says that an unauthorized attribute was written.
# lesson: Reading and writing are two lists.
# finding: fails | number
# says: it may not write phone_number
# finding: holds | name
update_client --read-attributes email given_name phone_number \
  --write-attributes email given_name
