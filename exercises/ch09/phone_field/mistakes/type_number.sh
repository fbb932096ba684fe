# The field takes digits alone.
# starts: solved
# verdict: not done
# visitor: The browser takes no plus, and the number is refused.
# lesson: A phone number is a text with digits in it.
# finding: fails | field
# says: a field of the type number
edit_page account/info.html 's/type="tel"/type="number"/'
