# The script would send a number, and the page has no field for it.
# starts: solved
# verdict: not done
# visitor: The page has no place for a phone number.
# lesson: People fill in what they see.
# finding: fails | field
# says: one field for other things
edit_page account/info.html '/phone-number/d'
