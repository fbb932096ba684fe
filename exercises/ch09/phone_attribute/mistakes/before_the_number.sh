# The lists are as they were before anybody thought of phone numbers.
# starts: solved
# verdict: not done
# visitor: Saving a phone number answers 500; the log says that an unauthorized attribute was written.
# lesson: A list allows what is in it, and nothing that comes later.
# finding: fails | number
# says: it may neither read nor write phone_number
update_client --read-attributes email given_name \
  --write-attributes email given_name
