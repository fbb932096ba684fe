# The lists have the phone number, and nothing else.
# starts: solved
# verdict: not done
# visitor: Saving a name answers 500, and the page greets nobody by name.
# lesson: The first list takes away every attribute that it does not name.
# finding: holds | number
# finding: fails | name
# says: it may neither read nor write given_name
update_client --read-attributes phone_number \
  --write-attributes phone_number
