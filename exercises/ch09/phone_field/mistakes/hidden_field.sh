# The field is hidden.
# starts: solved
# verdict: not done
# visitor: The page has no place for a phone number.
# lesson: A hidden field is for scripts, and nobody writes into it.
# finding: fails | field
# says: that nobody sees or writes into
edit_page account/info.html 's/type="tel"/type="hidden"/'
