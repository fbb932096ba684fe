# The lists have many attributes more.
# starts: solved
# verdict: done
# visitor: Saving a phone number works.
# lesson: More may be allowed than is used.
# finding: holds | number
# finding: holds | name
update_client --read-attributes address birthdate email email_verified \
  family_name given_name locale name phone_number phone_number_verified \
  --write-attributes address birthdate email family_name given_name name \
  phone_number
