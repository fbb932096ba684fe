# The request came with the ID token, which the method does not take.
# starts: before
# verdict: not done
# visitor: The API answers 401, and no mail comes.
# lesson: What the authorizer refuses never reaches the function.
# finding: fails | ran
# says: the function was not called since its last change
new_user ada
put_name "$(token_of ada IdToken)"
