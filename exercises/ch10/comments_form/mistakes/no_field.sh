# The form has a button, and no field.
# starts: solved
# verdict: not done
# visitor: There is nothing to write on the page.
# lesson: People give what they are asked for.
# finding: fails | field
# says: no field
edit_page comments.html '/<textarea/d'
