# PUT is open to everyone.
# starts: solved
# verdict: not done
# visitor: The name is changed, and strangers reach the function as well.
# lesson: A method asks for a token only if its request says so.
# finding: fails | authorizer
# says: everyone may call it
put_again --authorization-type NONE
