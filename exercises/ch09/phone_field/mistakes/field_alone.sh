# The page has the field, and the script sends the name alone.
# starts: solved
# verdict: not done
# visitor: The page says that it is saved, and the number is nowhere.
# lesson: What a form shows and what a script sends are two things.
# finding: holds | field
# finding: fails | number
# says: a request without it
edit_script account/info.js 's/, phone_number: phone || undefined//'
